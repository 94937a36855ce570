#include "ui/models/bank_rows_model.h"

#include "ui/text/model_words.h"

#include <algorithm>
#include <numeric>

namespace patina {

namespace {

constexpr quintptr kOrigin = 0; ///< of an index of an origin; of an image: the row of its origin and 1

} // namespace

void BankRowsModel::setBank(const ModelInfo &info, const std::vector<std::int64_t> &rows)
{
    beginResetModel();
    m_origins.clear();
    m_rows = std::accumulate(rows.begin(), rows.end(), std::int64_t{0});
    std::size_t image = 0;
    for (const DatasetVersion &version : info.versions) {
        Origin &origin = m_origins.emplace_back(Origin{version, 0, {}});
        for (std::int64_t i = 0; i < version.images && image < std::min(rows.size(), info.images.size());
             ++i, ++image) {
            origin.images.push_back({info.images[image], rows[image]});
            origin.rows += rows[image];
        }
        std::ranges::stable_sort(origin.images, std::ranges::greater(), &Image::rows);
    }
    if (rows.empty())
        m_origins.clear();
    endResetModel();
}

QModelIndex BankRowsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kOrigin);
}

QModelIndex BankRowsModel::parent(const QModelIndex &child) const
{
    return child.isValid() && child.internalId() != kOrigin
               ? createIndex(static_cast<int>(child.internalId() - 1), 0, kOrigin)
               : QModelIndex();
}

int BankRowsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_origins.size());
    if (parent.internalId() != kOrigin || parent.column() != 0)
        return 0;
    return static_cast<int>(m_origins.at(static_cast<std::size_t>(parent.row())).images.size());
}

int BankRowsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString BankRowsModel::originText(const Origin &origin, int column) const
{
    switch (column) {
    case OriginColumn:
        return ModelWords::version(origin.version);
    case HowColumn:
        return ModelWords::origin(origin.version.how);
    case ImagesColumn:
        return ModelWords::count(origin.version.images);
    case RowsColumn:
        return ModelWords::count(origin.rows);
    default:
        return ModelWords::share(static_cast<double>(origin.rows) /
                                 static_cast<double>(std::max<std::int64_t>(1, m_rows)));
    }
}

QString BankRowsModel::imageText(const Image &image, int column) const
{
    switch (column) {
    case OriginColumn:
        return ModelWords::name(image.id);
    case RowsColumn:
        return ModelWords::count(image.rows);
    case ShareColumn:
        return ModelWords::share(static_cast<double>(image.rows) /
                                 static_cast<double>(std::max<std::int64_t>(1, m_rows)));
    default:
        return {};
    }
}

QVariant BankRowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isOrigin = index.internalId() == kOrigin;
    const Origin &origin = m_origins.at(isOrigin ? static_cast<std::size_t>(index.row())
                                                 : static_cast<std::size_t>(index.internalId() - 1));
    const Image *image = isOrigin ? nullptr : &origin.images.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return image == nullptr ? originText(origin, index.column()) : imageText(*image, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() >= ImagesColumn ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    case ImageRole:
        return image == nullptr ? QString() : QString::fromStdString(image->id);
    case DatasetRole:
        return QString::fromStdString(origin.version.name);
    default:
        return {};
    }
}

QVariant BankRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section >= ImagesColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case OriginColumn:
        return tr("Data set, image");
    case HowColumn:
        return tr("How it got in");
    case ImagesColumn:
        return tr("Images");
    case RowsColumn:
        return tr("Rows");
    case ShareColumn:
        return tr("Share of the bank");
    default:
        return {};
    }
}

} // namespace patina
