#pragma once

#include "core/metrics/evaluation.h"

#include <QAbstractTableModel>

#include <vector>

namespace patina {

/// How far figures move between labelling policies: a row each, with the difference to the one in use.
class PolicyModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { PolicyColumn, RecallColumn, OverkillColumn, AurocColumn, PixelApColumn, AuproColumn, ColumnCount };

    /// The figures of a policy that the table has.
    struct Line
    {
        LabelPolicy policy;
        Figure recall;   ///< of all defects, at the review threshold
        Figure overkill; ///< there
        Figure auroc, pixelAp, aupro;

        bool operator==(const Line &) const = default;
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// \param current of the lines, the one in use; -1: none. \param impurities, \param ambiguous there are such
    /// classes.
    void setLines(std::vector<Line> lines, int current, bool impurities, bool ambiguous);
    const Line &line(int row) const { return m_lines.at(static_cast<std::size_t>(row)); }
    int current() const { return m_current; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// Bold in the row of the policy in use.
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static const Figure &figure(const Line &line, int column);
    QString text(int row, int column) const;

    std::vector<Line> m_lines;
    int m_current = -1;
    bool m_impurities = false;
    bool m_ambiguous = false;
};

} // namespace patina
