#pragma once

#include "core/pipeline/model.h"
#include "ui/document/project_models.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace patina {

/// What is known of a version of the model.
struct KnownVersion
{
    ModelVersion version;
    std::optional<ModelInfo> info{}; ///< none: it was not read (yet)
    std::optional<Error> problem{};  ///< why its file cannot be read
    bool replaced = false;           ///< its file is another model by now
};

/// The versions of the model that a project knows, the latest first.
class ModelVersionModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { FileColumn, MadeColumn, RowsColumn, ImagesColumn, ThresholdsColumn, StateColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setVersions(std::vector<KnownVersion> versions);
    /// "in use", "open", ...; empty: neither open nor chosen.
    static QString use(const ModelVersion &version);
    static QString state(const KnownVersion &known);
    const KnownVersion &at(int row) const { return m_versions.at(static_cast<std::size_t>(row)); }
    /// -1: there is none.
    int rowOf(const std::string &hash) const;
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const KnownVersion &known, int column) const;

    std::vector<KnownVersion> m_versions;
};

} // namespace patina
