#include "ui/models/suspect_model.h"

#include "ui/text/model_words.h"
#include "ui/text/text.h"

namespace patina {

namespace {

bool isNumber(int column)
{
    return column == SuspectModel::RankColumn || column == SuspectModel::LonelinessColumn ||
           column == SuspectModel::RowsColumn;
}

} // namespace

void SuspectModel::setSuspects(std::vector<SuspectRegion> suspects)
{
    beginResetModel();
    m_suspects = std::move(suspects);
    endResetModel();
}

int SuspectModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_suspects.size());
}

int SuspectModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SuspectModel::text(int row, int column) const
{
    const SuspectRegion &region = suspect(row);
    switch (column) {
    case RankColumn:
        return ModelWords::count(row + 1);
    case ImageColumn:
        return ModelWords::name(region.image);
    case PlaceColumn:
        return ModelWords::place(region.areaPx);
    case LonelinessColumn:
        return Text::score(region.loneliness);
    default:
        return region.rows > 0 ? ModelWords::count(region.rows) : tr("held out");
    }
}

QVariant SuspectModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::DisplayRole)
        return text(index.row(), index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QVariant SuspectModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        if (section == LonelinessColumn)
            return tr("How far the region is from the other images: above 1, the bank would not cover it without it");
        if (section == RowsColumn)
            return tr("Rows of the bank that lie in the region; of a held-out image none do");
        return {};
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RankColumn:
        return tr("Rank");
    case ImageColumn:
        return tr("Image");
    case PlaceColumn:
        return tr("Place");
    case LonelinessColumn:
        return tr("Loneliness");
    case RowsColumn:
        return tr("Rows");
    default:
        return {};
    }
}

} // namespace patina
