#include "ui/jobs/tile_feed.h"

#include <algorithm>

namespace patina {

namespace {

constexpr std::size_t kAtOnce = 4; // tiles of a job: some milliseconds

std::vector<TileFeed::Loaded> loadTiles(const DisplayImage &image, const std::vector<TileKey> &keys,
                                        const JobContext &context)
{
    std::vector<TileFeed::Loaded> tiles;
    for (const TileKey &key : keys) {
        if (context.cancelled())
            break;
        tiles.push_back({key, image.load(key).value_or(cv::Mat())});
    }
    return tiles;
}

} // namespace

TileFeed::TileFeed(QObject *parent) : QObject(parent), m_runner(&m_pool)
{
    m_pool.setMaxThreadCount(1); // readers of one image would wait for each other
}

TileFeed::~TileFeed() = default;

void TileFeed::setImage(std::shared_ptr<const DisplayImage> image)
{
    m_runner.abandon();
    m_wanted.clear();
    m_failed.clear();
    m_image = std::move(image);
}

void TileFeed::want(std::vector<TileKey> keys)
{
    std::erase_if(keys, [this](const TileKey &key) { return m_failed.contains(key) || !m_image->canLoad(key); });
    std::ranges::reverse(keys);
    m_wanted = std::move(keys);
    if (!m_runner.running())
        startNext();
}

void TileFeed::startNext()
{
    if (m_wanted.empty())
        return;
    std::vector<TileKey> keys;
    while (!m_wanted.empty() && keys.size() < kAtOnce) {
        keys.push_back(m_wanted.back());
        m_wanted.pop_back();
    }
    const auto job = [image = m_image, keys](const JobContext &context) -> Result<std::vector<Loaded>> {
        return loadTiles(*image, keys, context);
    };
    m_runner.start(job, [this, keys](Result<std::vector<Loaded>> tiles) {
        if (!tiles)
            m_failed.insert(keys.begin(), keys.end());
        for (const Loaded &tile : tiles.value_or(std::vector<Loaded>()))
            if (tile.pixels.empty())
                m_failed.insert(tile.key);
        emit loaded(tiles.value_or(std::vector<Loaded>()));
        if (!m_runner.running())
            startNext();
    });
}

} // namespace patina
