#include "ui/models/model_version_model.h"

#include "ui/text/model_words.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

#include <QFont>

#include <algorithm>

namespace patina {

namespace {

bool isNumber(int column)
{
    return column == ModelVersionModel::RowsColumn || column == ModelVersionModel::ImagesColumn;
}

} // namespace

void ModelVersionModel::setVersions(std::vector<KnownVersion> versions)
{
    beginResetModel();
    m_versions = std::move(versions);
    endResetModel();
}

int ModelVersionModel::rowOf(const std::string &hash) const
{
    const auto found =
        std::ranges::find(m_versions, hash, [](const KnownVersion &known) { return known.version.hash; });
    return found == m_versions.end() ? -1 : static_cast<int>(found - m_versions.begin());
}

void ModelVersionModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_versions.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ModelVersionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_versions.size());
}

int ModelVersionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ModelVersionModel::use(const ModelVersion &version)
{
    if (version.open)
        return version.chosen ? tr("in use") : tr("open");
    return version.chosen ? tr("in use, but not open") : QString();
}

QString ModelVersionModel::state(const KnownVersion &known)
{
    const QString problem = known.replaced  ? tr("The file is another model by now.")
                            : known.problem ? Text::error(*known.problem)
                            : known.info    ? QString()
                                            : tr("reading...");
    const QString used = use(known.version);
    return used.isEmpty() || problem.isEmpty() ? used + problem : QStringLiteral("%1. %2").arg(used, problem);
}

QString ModelVersionModel::text(const KnownVersion &known, int column) const
{
    if (column == FileColumn)
        return fileNameOf(known.version.file);
    if (column == StateColumn)
        return state(known);
    if (!known.info)
        return {};
    switch (column) {
    case MadeColumn:
        return ModelWords::time(known.info->createdUtc);
    case RowsColumn:
        return ModelWords::count(known.info->bankRows);
    case ImagesColumn:
        return ModelWords::count(known.info->figures.images);
    default:
        return ModelWords::thresholds(*known.info);
    }
}

QVariant ModelVersionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const KnownVersion &known = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(known, index.column());
    case Qt::ToolTipRole:
        return index.column() == FileColumn ? tr("%1, SHA-256 %2")
                                                  .arg(QString::fromStdString(known.version.file.string()),
                                                       QString::fromStdString(known.version.hash))
                                            : text(known, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole:
        if (known.version.open) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    default:
        return {};
    }
}

QVariant ModelVersionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FileColumn:
        return tr("Version");
    case MadeColumn:
        return tr("Trained");
    case RowsColumn:
        return tr("Rows");
    case ImagesColumn:
        return tr("Images");
    case ThresholdsColumn:
        return tr("Thresholds");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

} // namespace patina
