#include "ui/jobs/thumbnail_loader.h"

#include "ui/canvas/display_image.h"

namespace patina {

ThumbnailLoader::ThumbnailLoader(std::shared_ptr<const InspectionEngine> engine, QThreadPool *pool, QObject *parent)
    : QObject(parent), m_engine(std::move(engine)), m_runner(pool)
{
}

void ThumbnailLoader::request(const std::filesystem::path &image)
{
    m_waiting.push_front(image);
    if (m_waiting.size() > kMaxWaiting) {
        const auto dropped = m_waiting.back();
        m_waiting.pop_back();
        emit forgotten(dropped);
    }
    if (!m_runner.running())
        startNext();
}

void ThumbnailLoader::clear()
{
    m_waiting.clear();
    m_runner.abandon();
}

void ThumbnailLoader::startNext()
{
    if (m_waiting.empty()) {
        emit idle();
        return;
    }
    const auto image = m_waiting.front();
    m_waiting.pop_front();
    const auto job = [engine = m_engine, image](const JobContext &context) -> Result<QImage> {
        auto source = engine->openImage(image, context);
        if (!source)
            return failFrom(std::move(source));
        return makeThumbnail(**source, boxPx(), context);
    };
    m_runner.start(job, [this, image](Result<QImage> thumbnail) {
        emit loaded(image, thumbnail.value_or(QImage()));
        if (!m_runner.running())
            startNext();
    });
}

} // namespace patina
