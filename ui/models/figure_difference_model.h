#pragma once

#include "core/comparison/comparison.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace patina {

/// The figures of two evaluations of the same images, with the difference and its interval; of what is found or flagged
/// also how often only one of the two did, and McNemar's p. Bold where the interval does not hold 0.
class FigureDifferenceModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        FigureColumn,
        AColumn,
        BColumn,
        DifferenceColumn,
        IntervalColumn,
        OnlyAColumn,
        OnlyBColumn,
        PColumn,
        ColumnCount
    };

    struct Line
    {
        ComparedFigure figure;
        std::optional<PairedCount> paired;
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Figures that neither has are left out. \param regionsTold false: those that count regions are, too.
    void setComparison(const Comparison &comparison, bool regionsTold);
    void clear();
    const Line &line(int row) const { return m_lines.at(static_cast<std::size_t>(row)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString text(const Line &line, int column);
    static QString toolTip(const Line &line, int column);

    std::vector<Line> m_lines;
};

/// Does the interval of a difference leave 0 out?
bool isApart(const FigureInterval &interval);

/// The counts that belong to a figure: those of what it is a share of. None: it is of another kind.
std::optional<PairedCount> pairedCountOf(const Comparison &comparison, const std::string &figure);

} // namespace patina
