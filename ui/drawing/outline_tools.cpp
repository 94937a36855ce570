#include "core/labels/shape_mask.h"
#include "ui/canvas/canvas_mark.h"
#include "ui/drawing/draw_tools.h"

#include <QPainter>

#include <cmath>

namespace patina {

namespace {

constexpr double kCloseToFirst = 8.0; // screen pixels

} // namespace

bool PolygonTool::isOwnKey(int key) const
{
    return DrawTool::isOwnKey(key) || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Backspace;
}

void PolygonTool::press(QPointF at)
{
    const bool onFirst = m_corners.size() >= 3 && QLineF(m_corners.first(), at).length() <= kCloseToFirst * m_screenPx;
    if (onFirst)
        return close();
    m_cursor = at;
    m_corners << at;
    emit changed();
}

void PolygonTool::move(QPointF at, bool)
{
    m_cursor = at;
    if (begun())
        emit changed();
}

/// The press before it has set the last corner.
void PolygonTool::doubleClick(QPointF)
{
    close();
}

void PolygonTool::key(int key)
{
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        return close();
    if (key != Qt::Key_Backspace)
        return DrawTool::key(key);
    if (begun())
        m_corners.removeLast();
    emit changed();
}

void PolygonTool::close()
{
    const QPolygonF corners = m_corners;
    const RunMask mask = polygonMask(ground().imageSize, pointsOf(corners)).value_or(RunMask(ground().imageSize));
    if (mask.empty()) // a line so far: it can be gone on with
        return;
    reset();
    emit drawn(mask, corners);
}

void PolygonTool::reset()
{
    m_corners.clear();
    emit changed();
}

void PolygonTool::paint(QPainter &painter, double screenPx) const
{
    m_screenPx = screenPx;
    if (!begun())
        return;
    QPolygonF line = m_corners;
    line << m_cursor;
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill());
    painter.drawPolygon(line, Qt::OddEvenFill);
    painter.setPen(pen(2.0));
    painter.setBrush(colour());
    painter.drawPolyline(line);
    for (const QPointF &corner : m_corners)
        painter.drawEllipse(corner, 3.0 * screenPx, 3.0 * screenPx);
}

std::optional<cv::Point> WandTool::mapPixel(QPointF at) const
{
    const cv::Size image = ground().imageSize;
    const cv::Mat &map = ground().map;
    if (map.empty() || image.empty())
        return std::nullopt;
    const cv::Point pixel(static_cast<int>(std::floor(at.x() * map.cols / image.width)),
                          static_cast<int>(std::floor(at.y() * map.rows / image.height)));
    if (!cv::Rect({}, map.size()).contains(pixel))
        return std::nullopt;
    return pixel;
}

void WandTool::press(QPointF at)
{
    m_seed = mapPixel(at);
    grow(at);
}

void WandTool::move(QPointF at, bool pressed)
{
    if (begun() && pressed)
        grow(at);
}

void WandTool::grow(QPointF at)
{
    const auto now = mapPixel(at);
    if (!m_seed || !now)
        return;
    const float seed = ground().map.at<float>(*m_seed);
    const float under = ground().map.at<float>(*now);
    m_mask = componentAt(ground().map, *m_seed, static_cast<double>(under < seed ? under : seed));
    emit changed();
}

void WandTool::release(QPointF)
{
    if (!begun())
        return;
    const RunMask mask = enlarged(m_mask, ground().imageSize);
    reset();
    if (!mask.empty())
        emit drawn(mask, {});
}

void WandTool::reset()
{
    m_seed.reset();
    m_mask = {};
    emit changed();
}

void WandTool::paint(QPainter &painter, double) const
{
    if (!begun() || m_mask.empty())
        return;
    painter.save();
    painter.scale(1.0 * ground().imageSize.width / ground().map.cols,
                  1.0 * ground().imageSize.height / ground().map.rows);
    painter.setBrush(fill());
    painter.setPen(pen(2.0));
    painter.drawPath(outlinePath(m_mask));
    painter.restore();
}

} // namespace patina
