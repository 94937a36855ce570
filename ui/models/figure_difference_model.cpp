#include "ui/models/figure_difference_model.h"

#include "ui/text/comparison_words.h"
#include "ui/text/model_words.h"
#include "ui/text/reason_words.h"

#include <QFont>

#include <algorithm>
#include <array>
#include <utility>

namespace patina {

namespace {

constexpr std::array kPoints{"at.review.", "at.reject."};

} // namespace

bool isApart(const FigureInterval &interval)
{
    return interval.low.value && interval.high.value && (*interval.low.value > 0.0 || *interval.high.value < 0.0);
}

std::optional<PairedCount> pairedCountOf(const Comparison &comparison, const std::string &figure)
{
    for (std::size_t which = 0; which < kPoints.size(); ++which) {
        const std::string point = kPoints[which];
        const ComparedCounts &counts = comparison.counts[which];
        if (figure == point + "good.overkill" && counts.good.total() > 0)
            return counts.good;
        for (const PairedCount &count : counts.defects)
            if (figure == point + "defects." + count.name + ".recall" && count.total() > 0)
                return count;
    }
    return std::nullopt;
}

void FigureDifferenceModel::setComparison(const Comparison &comparison, bool regionsTold)
{
    beginResetModel();
    m_lines.clear();
    for (const ComparedFigure &figure : comparison.figures)
        if ((figure.a.value || figure.b.value) && (regionsTold || !figure.name.ends_with("falseRegionsPerImage")))
            m_lines.push_back({figure, pairedCountOf(comparison, figure.name)});
    endResetModel();
}

void FigureDifferenceModel::clear()
{
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

int FigureDifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int FigureDifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString FigureDifferenceModel::text(const Line &line, int column)
{
    const ComparedFigure &figure = line.figure;
    switch (column) {
    case FigureColumn:
        return ComparisonWords::figure(figure.name);
    case AColumn:
        return ComparisonWords::value(figure.name, figure.a);
    case BColumn:
        return ComparisonWords::value(figure.name, figure.b);
    case DifferenceColumn:
        return ComparisonWords::difference(figure.name, figure.difference);
    case IntervalColumn:
        return ComparisonWords::interval(figure.name, figure.interval);
    case OnlyAColumn:
        return line.paired ? ModelWords::count(line.paired->onlyA) : QString();
    case OnlyBColumn:
        return line.paired ? ModelWords::count(line.paired->onlyB) : QString();
    default:
        return line.paired ? ComparisonWords::pValue(mcnemarExact(line.paired->onlyA, line.paired->onlyB)) : QString();
    }
}

QString FigureDifferenceModel::toolTip(const Line &line, int column)
{
    const ComparedFigure &figure = line.figure;
    switch (column) {
    case FigureColumn:
        return ComparisonWords::explanation(figure.name);
    case AColumn:
        return ReasonWords::why(figure.a.why);
    case BColumn:
        return ReasonWords::why(figure.b.why);
    case DifferenceColumn:
        return ReasonWords::why(figure.difference.why);
    case IntervalColumn:
        return ReasonWords::why(figure.interval.low.why);
    default:
        return {};
    }
}

QVariant FigureDifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line &shown = line(index.row());
    if (role == Qt::DisplayRole)
        return text(shown, index.column());
    if (role == Qt::ToolTipRole)
        return toolTip(shown, index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((index.column() == FigureColumn ? Qt::AlignLeft : Qt::AlignRight) |
                                   Qt::AlignVCenter);
    if (role == Qt::FontRole && isApart(shown.figure.interval)) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    return {};
}

QVariant FigureDifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == FigureColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && (section == DifferenceColumn || section == IntervalColumn))
        return tr("Shares in percentage points. Bold: the interval does not hold 0");
    if (role == Qt::ToolTipRole && section == PColumn)
        return tr("McNemar's exact test: how likely so uneven a split would be, were both equally good");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FigureColumn:
        return tr("Figure");
    case AColumn:
        return tr("A");
    case BColumn:
        return tr("B");
    case DifferenceColumn:
        return tr("B \u2212 A");
    case IntervalColumn:
        return tr("95 % interval");
    case OnlyAColumn:
        return tr("Only A");
    case OnlyBColumn:
        return tr("Only B");
    case PColumn:
        return tr("p");
    default:
        return {};
    }
}

} // namespace patina
