#pragma once

#include "core/pipeline/model.h"

#include <QAbstractItemModel>

#include <string>
#include <vector>

namespace patina {

/// Where the rows of a model's bank come from: versions of data sets, and below each its images, most rows first.
class BankRowsModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { OriginColumn, HowColumn, ImagesColumn, RowsColumn, ShareColumn, ColumnCount };
    /// QString: id of an image; empty for a version.
    static constexpr int ImageRole = Qt::UserRole;
    static constexpr int DatasetRole = Qt::UserRole + 1; ///< QString: name of its data set

    using QAbstractItemModel::QAbstractItemModel;

    /// \param rows of each of info.images; empty: not known, and nothing is shown.
    void setBank(const ModelInfo &info, const std::vector<std::int64_t> &rows);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Image
    {
        std::string id;
        std::int64_t rows = 0;
    };
    struct Origin
    {
        DatasetVersion version;
        std::int64_t rows = 0;
        std::vector<Image> images;
    };
    QString originText(const Origin &origin, int column) const;
    QString imageText(const Image &image, int column) const;

    std::vector<Origin> m_origins;
    std::int64_t m_rows = 0; ///< of the bank
};

} // namespace patina
