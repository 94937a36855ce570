#include "ui/canvas/scene.h"

#include <algorithm>
#include <chrono>

namespace patina {

namespace {

using namespace std::chrono_literals;

constexpr auto kGrowthLook = 60ms;

} // namespace

Scene::Scene(QObject *parent, qint64 mostBytes) : QObject(parent), m_mostBytes(mostBytes)
{
    connect(&m_feed, &TileFeed::loaded, this, &Scene::takeTiles);
    m_growth.setInterval(kGrowthLook);
    connect(&m_growth, &QTimer::timeout, this, [this] {
        if (!m_image || !m_image->growing())
            m_growth.stop();
        if (m_look.tone.window() != tone())
            lookChanged();
        emit changed();
    });
}

void Scene::setImage(std::shared_ptr<const DisplayImage> image)
{
    m_image = std::move(image);
    m_feed.setImage(m_image);
    m_tiles.clear();
    m_bytes = 0;
    m_heat.reset();
    m_asked.clear();
    m_underCursor.reset();
    m_settled = m_image == nullptr;
    if (m_image && m_image->growing())
        m_growth.start();
    else
        m_growth.stop();
    lookChanged();
}

void Scene::setHeat(std::shared_ptr<const HeatLayer> heat)
{
    m_heat = std::move(heat);
    lookChanged();
}

void Scene::setHeatVisible(bool visible)
{
    m_heatVisible = visible;
    lookChanged();
}

void Scene::setStyle(const HeatStyle &style)
{
    m_style = style;
    lookChanged();
}

void Scene::setTone(const std::optional<ToneWindow> &tone)
{
    m_tone = tone;
    lookChanged();
}

ToneWindow Scene::tone() const
{
    if (m_tone || !m_image)
        return m_tone.value_or(ToneWindow{});
    return usualTone(m_image->info().bitDepth, m_image->largestValue());
}

void Scene::lookChanged()
{
    if (m_look.tone.window() != tone())
        m_look.tone = ToneTable(tone());
    m_look.heat = m_heatVisible ? m_heat : nullptr;
    m_look.style = m_style;
    ++m_lookNumber;
}

void Scene::takeTiles(const std::vector<TileFeed::Loaded> &tiles)
{
    for (const TileFeed::Loaded &loaded : tiles) {
        if (loaded.pixels.empty())
            continue;
        Tile &tile = m_tiles[loaded.key];
        m_bytes -= bytesOf(tile);
        tile.stored = loaded.pixels;
        tile.used = m_frame;
        m_bytes += bytesOf(tile);
    }
    forgetOld();
    emit changed();
}

std::optional<PixelValue> Scene::valueAt(QPoint imagePixel)
{
    if (!m_image || !QRect(QPoint(0, 0), m_image->size()).contains(imagePixel))
        return std::nullopt;
    if (const auto value = m_image->valueAt(imagePixel))
        return value;
    const DisplayImage::Place place = m_image->placeOf(imagePixel);
    if (m_image->layout().top() == 0 && place.at.y < m_image->top().rows)
        return pixelValue(m_image->top(), place.at + m_image->layout().tileArea(place.tile).tl());
    if (const auto found = m_tiles.find(place.tile); found != m_tiles.end() && !found->second.stored.empty())
        return pixelValue(found->second.stored, place.at);
    m_underCursor = place.tile;
    std::vector<TileKey> keys = m_asked;
    keys.push_back(place.tile);
    m_feed.want(std::move(keys));
    return std::nullopt;
}

qint64 Scene::bytesOf(const Tile &tile)
{
    // Pixels of an image that is held in memory are only looked at, but counted: the bound holds for both.
    return static_cast<qint64>(tile.stored.total() * tile.stored.elemSize()) + tile.picture.sizeInBytes() +
           tile.scaled.sizeInBytes();
}

void Scene::forgetOld()
{
    while (m_bytes > m_mostBytes) {
        const auto oldest = std::ranges::min_element(
            m_tiles, {}, [](const std::pair<const TileKey, Tile> &entry) { return entry.second.used; });
        if (oldest == m_tiles.end() || oldest->second.used == m_frame)
            return;
        m_bytes -= bytesOf(oldest->second);
        m_tiles.erase(oldest);
    }
}

Scene::Tile *Scene::tileAt(const TileKey &key)
{
    const auto found = m_tiles.find(key);
    if (found != m_tiles.end() && !found->second.stored.empty())
        return &found->second;
    const auto held = m_image->tile(key);
    if (!held)
        return nullptr;
    Tile &tile = m_tiles[key];
    tile.stored = *held;
    m_bytes += bytesOf(tile);
    return &tile;
}

PixelGrid Scene::gridOf(const TileKey &key) const
{
    const cv::Rect area = m_image->layout().tileArea(key);
    const double side = m_image->pixelSide(key.level);
    return {QPointF(area.x, area.y) * side, side, side};
}

} // namespace patina
