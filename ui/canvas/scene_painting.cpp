#include "ui/canvas/scene.h"

#include <QPainter>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr qint64 kColouringMs = 8; // of a frame; what is not done by then looks as before, and comes in the next

constexpr qint64 kMostSmoothPixels = 16'000'000; // larger targets are mostly out of view

/// Whole device pixels: neighbours neither overlap nor leave a gap.
QRect deviceRect(const QRectF &area)
{
    const QPoint first(static_cast<int>(std::lround(area.left())), static_cast<int>(std::lround(area.top())));
    const QPoint end(static_cast<int>(std::lround(area.right())), static_cast<int>(std::lround(area.bottom())));
    return {first, end - QPoint(1, 1)};
}

QImage scaledTo(const QImage &picture, QSize size)
{
    QImage scaled(size, QImage::Format_RGB32);
    const cv::Mat from(picture.height(), picture.width(), CV_8UC4, const_cast<uchar *>(picture.constBits()),
                       static_cast<std::size_t>(picture.bytesPerLine()));
    cv::Mat to(size.height(), size.width(), CV_8UC4, scaled.bits(), static_cast<std::size_t>(scaled.bytesPerLine()));
    cv::resize(from, to, to.size(), 0, 0, cv::INTER_LINEAR);
    return scaled;
}

/// A part of a picture, whole pixels of it, that covers `wanted` (image pixels).
void drawPart(QPainter &painter, const ViewTransform &view, const QImage &picture, const PixelGrid &grid,
              const QRectF &wanted)
{
    const QRectF inPicture((wanted.left() - grid.origin.x()) / grid.sideX,
                           (wanted.top() - grid.origin.y()) / grid.sideY, wanted.width() / grid.sideX,
                           wanted.height() / grid.sideY);
    const QRect part = inPicture.toAlignedRect() & picture.rect();
    if (part.isEmpty())
        return;
    const QRectF area(grid.origin.x() + part.left() * grid.sideX, grid.origin.y() + part.top() * grid.sideY,
                      part.width() * grid.sideX, part.height() * grid.sideY);
    const QRect target = deviceRect(view.toView(area));
    const bool smooth = painter.testRenderHint(QPainter::SmoothPixmapTransform);
    if (smooth && qint64{target.width()} * target.height() <= kMostSmoothPixels)
        painter.drawImage(target.topLeft(), scaledTo(picture.copy(part), target.size())); // several times as fast
    else
        painter.drawImage(target, picture, part);
}

} // namespace

void Scene::paint(QPainter &painter, const ViewTransform &view)
{
    if (!m_image)
        return;
    ++m_frame;
    m_frameTime.start();
    m_madeInFrame = 0;
    m_settled = true;
    const QRectF visible = view.visibleArea();
    const int level = m_image->levelFor(view.scale());
    if (level == m_image->layout().top()) {
        paintWhole(painter, view, visible);
        askFor(view, level, {});
        return;
    }
    const double side = m_image->pixelSide(level);
    const QRect area = QRectF(visible.topLeft() / side, visible.size() / side).toAlignedRect();
    std::vector<TileKey> missing;
    for (const TileKey &key :
         m_image->layout().tilesIn(level, cv::Rect(area.x(), area.y(), area.width(), area.height()))) {
        Tile *tile = tileAt(key);
        if (tile)
            tile->used = m_frame;
        if (tile && refresh(key, *tile, view.scale())) {
            paintTile(painter, view, key, *tile);
            continue;
        }
        m_settled = false;
        if (!tile)
            missing.push_back(key);
        if (!paintStandIn(painter, view, key)) {
            const cv::Rect pixels = m_image->layout().tileArea(key);
            paintWhole(painter, view,
                       QRectF(QPointF(pixels.x, pixels.y) * side, QSizeF(pixels.width, pixels.height) * side) &
                           visible);
        }
    }
    askFor(view, level, missing);
    forgetOld();
    if (timeIsOver() && !m_settled) // the rest in the next frame
        QMetaObject::invokeMethod(this, &Scene::changed, Qt::QueuedConnection);
}

bool Scene::timeIsOver() const
{
    return m_madeInFrame > 0 && m_frameTime.elapsed() >= kColouringMs;
}

/// \returns false where the tile has no picture and must not be given one in this frame.
bool Scene::refresh(const TileKey &key, Tile &tile, double scale)
{
    const PictureUse use =
        key.level == 0 && m_image->levelScale(0, scale) >= 1.0 ? PictureUse::Enlarged : PictureUse::Reduced;
    if (tile.look == m_lookNumber && (tile.use == use || !m_look.heat))
        return true;
    if (timeIsOver()) {
        m_settled = false;
        return !tile.picture.isNull(); // an old look is better than none
    }
    ++m_madeInFrame;
    m_bytes -= bytesOf(tile);
    tile.picture = scenePicture(tile.stored, gridOf(key), m_look, use);
    tile.use = use;
    tile.scaled = {};
    tile.look = m_lookNumber;
    m_bytes += bytesOf(tile);
    return true;
}

void Scene::paintTile(QPainter &painter, const ViewTransform &view, const TileKey &key, Tile &tile)
{
    const PixelGrid grid = gridOf(key);
    const QRectF area(grid.origin, QSizeF(tile.picture.size()) * grid.sideX);
    if (view.scale() * grid.sideX >= 1.0) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        drawPart(painter, view, tile.picture, grid, area & QRectF(view.visibleArea()));
        return;
    }
    const QRect target = deviceRect(view.toView(area));
    if (target.isEmpty())
        return;
    if (tile.scaled.size() != target.size() && timeIsOver()) {
        m_settled = false;
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter.drawImage(target, tile.picture);
        return;
    }
    if (tile.scaled.size() != target.size()) {
        ++m_madeInFrame;
        m_bytes -= bytesOf(tile);
        tile.scaled = scaledTo(tile.picture, target.size());
        m_bytes += bytesOf(tile);
    }
    painter.drawImage(target.topLeft(), tile.scaled);
}

/// What is there of a coarser level. \returns false where nothing is.
bool Scene::paintStandIn(QPainter &painter, const ViewTransform &view, const TileKey &key)
{
    const PixelGrid grid = gridOf(key);
    const cv::Rect pixels = m_image->layout().tileArea(key);
    const QRectF area(grid.origin, QSizeF(pixels.width, pixels.height) * grid.sideX);
    for (int level = key.level + 1; level < m_image->layout().top(); ++level) {
        const TileKey coarser = PyramidLayout::ancestor(key, level);
        const auto found = m_tiles.find(coarser);
        if (found == m_tiles.end() || found->second.stored.empty() || !refresh(coarser, found->second, view.scale()))
            continue;
        found->second.used = m_frame;
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        drawPart(painter, view, found->second.picture, gridOf(coarser), area & QRectF(view.visibleArea()));
        return true;
    }
    return false;
}

const QImage &Scene::overview(PictureUse use)
{
    static const QImage none;
    if (!m_image)
        return none;
    const cv::Mat top = m_image->top();
    const cv::Mat quickPicture = m_image->growing() ? m_image->quick() : cv::Mat();
    const bool quick = !quickPicture.empty();
    const int rows = quick ? -1 : top.rows;
    const bool sameUse = m_whole.use == use || !m_look.heat;
    if (m_whole.look == m_lookNumber && sameUse && m_whole.rows == rows && !m_whole.picture.isNull())
        return m_whole.picture;
    const int level = m_image->layout().top();
    const cv::Mat &from = quick ? quickPicture : top;
    PixelGrid grid{{}, m_image->pixelSide(level), m_image->pixelSide(level)};
    if (quick)
        grid = {{}, 1.0 * m_image->info().width / from.cols, 1.0 * m_image->info().height / from.rows};
    m_whole = {rows, m_lookNumber, use, from.empty() ? QImage() : scenePicture(from, grid, m_look, use)};
    return m_whole.picture;
}

void Scene::paintWhole(QPainter &painter, const ViewTransform &view, const QRectF &imageArea)
{
    const int level = m_image->layout().top();
    const bool enlarged = m_image->levelScale(level, view.scale()) >= 1.0;
    const QImage &picture = overview(enlarged ? PictureUse::Enlarged : PictureUse::Reduced);
    if (picture.isNull())
        return;
    PixelGrid grid{{}, m_image->pixelSide(level), m_image->pixelSide(level)};
    if (m_whole.rows < 0)
        grid = {{}, 1.0 * m_image->info().width / picture.width(), 1.0 * m_image->info().height / picture.height()};
    const bool blocks = level == m_image->levelFor(view.scale()) && view.scale() * grid.sideX >= 1.0;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !blocks);
    drawPart(painter, view, picture, grid, imageArea);
}

/// What is missing, the middle of the view first, then what lies around the view.
void Scene::askFor(const ViewTransform &view, int level, const std::vector<TileKey> &missing)
{
    std::vector<TileKey> keys = missing;
    if (level < m_image->layout().top()) {
        const double side = m_image->pixelSide(level);
        const QRectF visible = view.visibleArea();
        const QPointF middle = visible.center() / side / PyramidLayout::tilePx - QPointF(0.5, 0.5);
        std::ranges::sort(
            keys, {}, [&](const TileKey &key) { return std::hypot(key.column - middle.x(), key.row - middle.y()); });
        const QRect area = QRectF(visible.topLeft() / side, visible.size() / side).toAlignedRect();
        constexpr int around = PyramidLayout::tilePx;
        for (const TileKey &key :
             m_image->layout().tilesIn(level, cv::Rect(area.x() - around, area.y() - around, area.width() + 2 * around,
                                                       area.height() + 2 * around)))
            if (!m_tiles.contains(key) && std::ranges::find(missing, key) == missing.end())
                keys.push_back(key);
    }
    if (m_underCursor && !m_tiles.contains(*m_underCursor))
        keys.push_back(*m_underCursor);
    m_asked = keys;
    m_feed.want(std::move(keys));
}

} // namespace patina
