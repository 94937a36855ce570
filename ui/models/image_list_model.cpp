#include "ui/models/image_list_model.h"

#include "ui/text/short_name.h"
#include "ui/text/text.h"

#include <algorithm>

namespace patina {

namespace {

constexpr int kThumbnailsKept = 2000;

QString nameOf(const ImageRecord &record)
{
    return QString::fromStdString(record.path.filename().string());
}

QString folderOf(const ImageRecord &record)
{
    const auto folder = std::filesystem::path(record.id).parent_path();
    return QString::fromStdString(folder.generic_string());
}

} // namespace

ImageListModel::ImageListModel(Document *document, const ProjectDocument *project, QObject *parent)
    : QAbstractListModel(parent), m_document(document), m_project(project), m_thumbnails(kThumbnailsKept)
{
    connect(project, &ProjectDocument::labelsChanged, this, [this](const QString &image) {
        if (const int row = m_document->rowOfName(image); row >= 0)
            emit dataChanged(index(row), index(row), {ReviewedRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
    });
    connect(project, &ProjectDocument::readerChanged, this, [this] { rowsChanged(); });
    connect(document, &Document::datasetAboutToChange, this, [this] {
        beginResetModel();
        m_thumbnails.clear();
        m_requested.clear();
        m_commonStart.reset();
    });
    connect(document, &Document::datasetChanged, this, [this] { endResetModel(); });
    connect(document, &Document::resultsReset, this, [this] { rowsChanged(); });
    connect(document, &Document::modelChanged, this, [this] { rowsChanged(); });
    connect(document, &Document::rangeChanged, this, [this] { rowsChanged(); });
    connect(document, &Document::resultChanged, this, [this](int row) { emit dataChanged(index(row), index(row)); });
}

int ImageListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_document->imageCount();
}

QVariant ImageListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const ImageResult &result = m_document->result(row);
    const bool scored = result.state == ImageState::Scored;
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(m_document->image(row));
    case Qt::DecorationRole:
        return thumbnail(row);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return description(row);
    case FolderRole:
        // The folders of a data set are named after its classes.
        return m_project->isBlind() ? QString() : folderOf(m_document->image(row));
    case StateRole:
        return static_cast<int>(result.state);
    case ScoreRole:
        return scored ? QVariant(result.score) : QVariant();
    case ScoreShareRole:
        return scored ? QVariant(std::clamp(result.score / m_document->range().top, 0.0, 1.0)) : QVariant();
    case VerdictRole:
        return result.verdict ? QVariant(static_cast<int>(*result.verdict)) : QVariant();
    case ReasonRole:
        return result.state == ImageState::Failed ? QVariant(Text::error(result.error)) : QVariant();
    case UnreadableRole:
        return m_thumbnails.contains(row) && m_thumbnails.object(row)->isNull();
    case ReviewedRole:
        return m_project->isReviewed(m_document->image(row).id);
    case SplitRole:
        return QString::fromStdString(std::string(splitName(m_document->image(row).split)));
    case ClassRole:
        return QString::fromStdString(m_document->image(row).className);
    case ModifiedRole:
        return m_document->file(row).modifiedMs;
    case MissingRole:
        return m_document->file(row).bytes < 0;
    case CommonStartRole:
        return static_cast<int>(commonStartOfNames());
    case UncertaintyRole:
        return uncertainty(row);
    default:
        return {};
    }
}

void ImageListModel::putThumbnail(const std::filesystem::path &image, const QImage &thumbnail)
{
    const int row = m_document->rowOf(image);
    if (row < 0)
        return;
    m_requested.remove(row);
    m_thumbnails.insert(row, new QImage(thumbnail));
    emit dataChanged(index(row), index(row), {Qt::DecorationRole, UnreadableRole});
}

void ImageListModel::forgetRequest(const std::filesystem::path &image)
{
    m_requested.remove(m_document->rowOf(image));
}

void ImageListModel::retranslate()
{
    rowsChanged();
}

QVariant ImageListModel::thumbnail(int row) const
{
    if (const QImage *known = m_thumbnails.object(row))
        return known->isNull() ? QVariant() : QVariant(*known);
    if (!m_requested.contains(row)) {
        m_requested.insert(row);
        emit thumbnailWanted(m_document->image(row).path);
    }
    return {};
}

qsizetype ImageListModel::commonStartOfNames() const
{
    if (m_commonStart)
        return *m_commonStart;
    const QString first = rowCount() > 1 ? nameOf(m_document->image(0)) : QString();
    qsizetype common = first.size();
    for (int row = 1; row < rowCount() && common > 0; ++row)
        common = std::min(common, commonStart(first, nameOf(m_document->image(row))));
    return *(m_commonStart = common);
}

QVariant ImageListModel::uncertainty(int row) const
{
    const ImageResult &result = m_document->result(row);
    const auto distance = m_document->range().distanceToThreshold(result.score);
    return result.state == ImageState::Scored && distance ? QVariant(*distance) : QVariant();
}

QString ImageListModel::description(int row) const
{
    const QString text = outcome(row);
    return m_project->isReviewed(m_document->image(row).id) ? tr("%1; reviewed").arg(text) : text;
}

QString ImageListModel::outcome(int row) const
{
    const ImageRecord &image = m_document->image(row);
    const QString id = m_project->isBlind() ? nameOf(image) : QString::fromStdString(image.id);
    const ImageResult &result = m_document->result(row);
    switch (result.state) {
    case ImageState::NotScored:
        return m_document->file(row).bytes < 0 ? tr("%1: the file is missing").arg(id) : tr("%1: not scored").arg(id);
    case ImageState::Scored:
        if (result.verdict)
            return tr("%1: score %2, %3").arg(id, Text::score(result.score), Text::verdict(*result.verdict));
        if (result.outdated)
            return tr("%1: the zones have changed; it waits to be scored again").arg(id);
        return tr("%1: score %2, no verdict (the model is not calibrated)").arg(id, Text::score(result.score));
    case ImageState::Failed:
        return tr("%1: failed. %2").arg(id, Text::error(result.error));
    }
    return {};
}

void ImageListModel::rowsChanged(const QList<int> &roles)
{
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1), roles);
}

} // namespace patina
