#include "ui/session.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

#include <QTimer>

namespace patina {

namespace {

constexpr int kQuickLoadMs = 150;

} // namespace

void Session::showRow(int row)
{
    if (row == m_row && row >= 0)
        return;
    m_row = row;
    m_image.reset();
    m_view.reset();
    m_imageJob.abandon();
    m_growthJob.abandon();
    m_heatJob.abandon();
    m_cacheJob.abandon();
    m_review.clear();
    emit currentChanged(row);
    if (row < 0)
        return;
    const auto path = m_document.image(row).path;
    QTimer::singleShot(kQuickLoadMs, this, [this, row, path] {
        if (m_row == row && m_imageJob.running())
            emit imageLoading(fileNameOf(path));
    });
    startImage(row, [engine = m_engine, path, cache = m_pyramids](const JobContext &context) {
        return openToShow(*engine, path, cache, context);
    });
}

void Session::startImage(int row, const JobRunner<OpenedImage>::Job &job)
{
    const ImageRevision revision = imageRevisionOf(m_document.image(row).path);
    m_imageJob.start(
        job, [this, row, revision](Result<OpenedImage> opened) { takeImage(std::move(opened), row, revision); });
}

void Session::takeImage(Result<OpenedImage> opened, int row, const ImageRevision &revision)
{
    if (!opened)
        return imageUnreadable(row, revision, opened.error());
    m_image = opened->image;
    m_document.checkRevision(row, revision);
    if (opened->work)
        growImage(opened->work, row, revision);
    emit imageShown(m_image);
    startHeat();
}

void Session::imageUnreadable(int row, const ImageRevision &revision, const Error &error)
{
    const QString reason = Text::error(error);
    m_image.reset();
    m_document.putFailure({{}, m_document.image(row).path, revision}, error);
    emit imageFailed(reason);
    complain(tr("%1 cannot be shown. %2").arg(fileNameOf(m_document.image(row).path), reason));
}

/// A disk that is full, or a cache that cannot be written, does not keep anybody from seeing the image.
void Session::growImage(const std::shared_ptr<PyramidWork> &work, int row, const ImageRevision &revision)
{
    const auto job = [work](const JobContext &context) -> Result<bool> {
        return growPyramid(*work, context).map([] { return true; });
    };
    m_growthJob.start(job, [this, row, revision](Result<bool> grown) {
        if (grown || row != m_row)
            return;
        if (grown.error().code != ErrorCode::WriteFailed)
            return imageUnreadable(row, revision, grown.error());
        const auto path = m_document.image(row).path;
        startImage(
            row, [engine = m_engine, path](const JobContext &context) { return openInMemory(*engine, path, context); });
    });
}

} // namespace patina
