#pragma once

#include "ui/jobs/inspection_engine.h"
#include "ui/jobs/job_runner.h"

#include <QImage>
#include <QObject>
#include <QSize>

#include <deque>
#include <filesystem>
#include <memory>

namespace patina {

/// Makes thumbnails in the background, the one asked for last first: what has scrolled by can wait, or is forgotten.
class ThumbnailLoader : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t kMaxWaiting = 64;

    ThumbnailLoader(std::shared_ptr<const InspectionEngine> engine, QThreadPool *pool, QObject *parent = nullptr);

    /// Size in device pixels that thumbnails fit into.
    static constexpr QSize boxPx() { return {160, 120}; }
    void request(const std::filesystem::path &image);
    void clear();
    bool running() const { return m_runner.running(); }

signals:
    /// A null image where it cannot be read.
    void loaded(const std::filesystem::path &image, const QImage &thumbnail);
    /// Not asked for any more, because too many others are.
    void forgotten(const std::filesystem::path &image);
    void idle();

private:
    void startNext();

    std::shared_ptr<const InspectionEngine> m_engine;
    std::deque<std::filesystem::path> m_waiting; ///< newest in front
    JobRunner<QImage> m_runner;
};

} // namespace patina
