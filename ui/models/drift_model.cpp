#include "ui/models/drift_model.h"

#include "ui/text/figure_words.h"
#include "ui/text/model_words.h"
#include "ui/text/text.h"

#include <utility>

namespace patina {

void DriftModel::setDrift(std::optional<Drift> drift)
{
    beginResetModel();
    m_drift = std::move(drift);
    endResetModel();
}

int DriftModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_drift ? 0 : 2;
}

int DriftModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DriftModel::text(int row, int column) const
{
    const SampleSummary &sample = row == 0 ? m_drift->heldOut : m_drift->fresh;
    switch (column) {
    case SampleColumn:
        return row == 0 ? tr("Held out for the score scale") : tr("Good parts of now");
    case ImagesColumn:
        return ModelWords::count(sample.images);
    case MedianColumn:
        return Text::score(sample.median);
    case AboveColumn:
        return ModelWords::count(sample.aboveReview);
    case ShareColumn:
        return ModelWords::share(static_cast<double>(sample.aboveReview) / static_cast<double>(sample.images));
    default:
        return FigureWords::interval(Figure::of(sample.share95.low), Figure::of(sample.share95.high));
    }
}

QVariant DriftModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::DisplayRole)
        return text(index.row(), index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((index.column() == SampleColumn ? Qt::AlignLeft : Qt::AlignRight) |
                                   Qt::AlignVCenter);
    return {};
}

QVariant DriftModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == SampleColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == BoundsColumn)
        return tr("Exact bounds on the share (Clopper and Pearson)");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SampleColumn:
        return tr("Parts");
    case ImagesColumn:
        return tr("Images");
    case MedianColumn:
        return tr("Median");
    case AboveColumn:
        return tr("At or above review");
    case ShareColumn:
        return tr("Share");
    case BoundsColumn:
        return tr("95 % interval");
    default:
        return {};
    }
}

} // namespace patina
