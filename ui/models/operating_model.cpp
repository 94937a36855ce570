#include "ui/models/operating_model.h"

#include "core/metrics/intervals.h"
#include "ui/text/figure_words.h"
#include "ui/text/model_words.h"
#include "ui/text/reason_words.h"
#include "ui/text/text.h"

#include <QLocale>

#include <utility>

namespace patina {

OperatingModel::Cell OperatingModel::defectCell(const DefectCount &count)
{
    Cell cell{FigureWords::countOf(count.found, count.total), FigureWords::share(count.recall),
              FigureWords::interval(count.low, count.high), ReasonWords::why(count.recall.why)};
    if (count.escapeUpper95.value)
        cell.note = tr("None of %n escaped: with 95 % confidence no more than %1 escape.", nullptr,
                       static_cast<int>(count.total))
                        .arg(ModelWords::share(*count.escapeUpper95.value));
    return cell;
}

OperatingModel::Cell OperatingModel::impurityCell(const ImpurityCount &count)
{
    Cell cell{FigureWords::share({}), FigureWords::share(count.share), FigureWords::interval(count.low, count.high),
              ReasonWords::why(count.share.why)};
    if (count.flagged.value && count.total.value)
        cell.count = FigureWords::countOf(static_cast<std::int64_t>(*count.flagged.value),
                                          static_cast<std::int64_t>(*count.total.value));
    return cell;
}

OperatingModel::Cell OperatingModel::goodCell(const OperatingPoint &point)
{
    Cell cell{FigureWords::share({}), FigureWords::share(point.overkill),
              FigureWords::interval(point.overkillLow, point.overkillHigh), ReasonWords::why(point.overkill.why)};
    if (point.goodFlagged.value)
        cell.count = FigureWords::countOf(static_cast<std::int64_t>(*point.goodFlagged.value), point.goodImages);
    return cell;
}

OperatingModel::Cell OperatingModel::regionCell(const OperatingPoint &point)
{
    const Figure &figure = point.falseRegionsPerImage;
    return {figure.value ? QLocale().toString(*figure.value, 'f', 2) : FigureWords::share({}),
            {},
            {},
            ReasonWords::why(figure.why)};
}

OperatingModel::Cell OperatingModel::partCell(const GoodParts::Count &count)
{
    if (count.total == 0)
        return {FigureWords::countOf(0, 0), FigureWords::share({}), {}, {}};
    const Interval interval = wilson95(count.flagged, count.total);
    return {FigureWords::countOf(count.flagged, count.total),
            FigureWords::share(Figure::of(static_cast<double>(count.flagged) / static_cast<double>(count.total))),
            FigureWords::interval(Figure::of(interval.low), Figure::of(interval.high)),
            {}};
}

std::vector<OperatingModel::Row> OperatingModel::rowsOf(const Point &reviewPoint, const Point &rejectPoint)
{
    const OperatingPoint &review = reviewPoint.counts;
    const OperatingPoint &reject = rejectPoint.counts;
    std::vector<Row> rows;
    for (std::size_t i = 0; i < review.defects.size() && i < reject.defects.size(); ++i) {
        const std::string &name = review.defects[i].name;
        const QString title = name == "all" ? tr("All defects: found") : tr("%1: found").arg(Text::className(name));
        rows.push_back({title, defectCell(review.defects[i]), defectCell(reject.defects[i])});
    }
    for (std::size_t i = 0; i < review.impurities.size() && i < reject.impurities.size(); ++i)
        rows.push_back({tr("%1, harmless: flagged").arg(Text::className(review.impurities[i].name)),
                        impurityCell(review.impurities[i]), impurityCell(reject.impurities[i])});
    if (!review.defects.empty()) {
        rows.push_back({tr("Good parts: flagged (overkill)"), goodCell(review), goodCell(reject)});
        if (reviewPoint.good.withImpurities.total > 0) {
            rows.push_back(
                {tr("Clean good parts: flagged"), partCell(reviewPoint.good.clean), partCell(rejectPoint.good.clean)});
            rows.push_back({tr("Good parts with impurities: flagged"), partCell(reviewPoint.good.withImpurities),
                            partCell(rejectPoint.good.withImpurities)});
        }
        rows.push_back({tr("False regions per good part"), regionCell(review), regionCell(reject)});
    }
    return rows;
}

void OperatingModel::setPoints(const Point &review, const Point &reject)
{
    std::vector<Row> rows = rowsOf(review, reject);
    if (rows.size() == m_rows.size()) { // while a threshold moves nothing is selected anew
        m_rows = std::move(rows);
        if (!m_rows.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int OperatingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OperatingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OperatingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    const Cell &cell = column < RejectCountColumn ? row.review : row.reject;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((column == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column != NameColumn && !cell.note.isEmpty())
        return cell.note;
    if (role != Qt::DisplayRole)
        return {};
    if (column == NameColumn)
        return row.name;
    const int part = (column - ReviewCountColumn) % 3;
    return part == 0 ? cell.count : part == 1 ? cell.share : cell.interval;
}

QVariant OperatingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ReviewCountColumn:
        return tr("From review on");
    case RejectCountColumn:
        return tr("From reject on");
    case ReviewShareColumn:
    case RejectShareColumn:
        return tr("Share");
    case ReviewIntervalColumn:
    case RejectIntervalColumn:
        return tr("95 % interval");
    default:
        return QString();
    }
}

} // namespace patina
