#pragma once

#include "ui/canvas/display_image.h"
#include "ui/jobs/job_runner.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <set>
#include <vector>

namespace patina {

/// Loads tiles of one image in the background, the most wanted first. What is not wanted any more is not loaded.
class TileFeed : public QObject
{
    Q_OBJECT
public:
    struct Loaded
    {
        TileKey key;
        cv::Mat pixels; ///< empty: it cannot be read
    };

    explicit TileFeed(QObject *parent = nullptr);
    ~TileFeed() override;

    void setImage(std::shared_ptr<const DisplayImage> image);
    /// In the place of what was wanted before. Tiles that could not be read are not tried again.
    void want(std::vector<TileKey> keys);
    bool running() const { return m_runner.running(); }

signals:
    void loaded(const std::vector<patina::TileFeed::Loaded> &tiles);

private:
    void startNext();

    std::shared_ptr<const DisplayImage> m_image;
    std::vector<TileKey> m_wanted; ///< the most wanted last
    std::set<TileKey> m_failed;
    QThreadPool m_pool; ///< before the runner: destroyed after it
    JobRunner<std::vector<Loaded>> m_runner;
};

} // namespace patina
