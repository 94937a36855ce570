#pragma once

#include "core/comparison/comparison.h"
#include "ui/models/figure_difference_model.h"

#include <QAbstractTableModel>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace patina {

/// The figures of several models beside those of A, a column each: the figure, how far it is from A with the interval
/// of that, and McNemar's p, adjusted for as many models as are compared (Holm). Bold where the interval does not hold
/// 0.
class ModelFiguresModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// Then one for each other model.
    enum Column { FigureColumn, AColumn, OtherColumn };

    using QAbstractTableModel::QAbstractTableModel;

    struct Other
    {
        QString name; ///< "B: two.patina"
        const Comparison *comparison = nullptr;
        bool regionsTold = true; ///< false: figures that count regions are left out
    };
    /// Figures that no model has are left out. Nothing of the arguments is held on to.
    void setComparisons(const QString &nameOfA, const std::vector<Other> &others);
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Cell
    {
        ComparedFigure figure;
        std::optional<PairedCount> paired;
        std::optional<double> p; ///< adjusted
    };
    struct Line
    {
        std::string figure;
        std::vector<std::optional<Cell>> others;
    };
    void fill(const std::vector<Other> &others);
    static void adjust(Line &line);
    static const ComparedFigure *ownOf(const Line &line);
    static QString text(const Cell &cell);
    static QString toolTip(const Cell &cell);
    QString lineText(const Line &line, int column) const;
    QString lineTip(const Line &line, int column) const;

    QString m_nameOfA;
    QStringList m_names;
    std::vector<Line> m_lines;
};

} // namespace patina
