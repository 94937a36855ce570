#pragma once

#include "core/labels/run_mask.h"
#include "ui/canvas/canvas_tool.h"

#include <QColor>
#include <QPolygonF>
#include <QRectF>

#include <opencv2/core.hpp>

#include <memory>
#include <optional>
#include <vector>

namespace patina {

/// What the tools draw on.
struct DrawGround
{
    cv::Size imageSize;
    cv::Mat map; ///< CV_32FC1, the score map; empty: there is none
};

/// Something drawn by hand on an image.
class DrawTool : public CanvasTool
{
    Q_OBJECT
public:
    using CanvasTool::CanvasTool;

    /// Another image, or none: what was begun is given up.
    void setGround(const DrawGround &ground);
    void setColour(const QColor &colour);
    bool wantsKey(int key) const override { return begun() && isOwnKey(key); }
    void key(int key) override;

signals:
    /// \param outline corners of a polygon or rectangle; empty where it is none.
    void drawn(const patina::RunMask &mask, const QPolygonF &outline);

protected:
    virtual bool begun() const = 0;
    virtual bool isOwnKey(int key) const;
    const DrawGround &ground() const { return m_ground; }
    const QColor &colour() const { return m_colour; }
    QColor fill() const; ///< translucent
    QPen pen(double width) const;
    static std::vector<cv::Point2d> pointsOf(const QPolygonF &polygon);

private:
    DrawGround m_ground;
    QColor m_colour = Qt::white;
};

/// Paints with a round brush; as an eraser its preview looks like what it takes away.
class BrushTool : public DrawTool
{
    Q_OBJECT
public:
    enum class Use { Paint, Erase };
    explicit BrushTool(Use use, QObject *parent = nullptr) : DrawTool(parent), m_use(use) {}

    void setRadius(double px);
    void press(QPointF at) override;
    void move(QPointF at, bool pressed) override;
    void release(QPointF at) override;
    void leave() override;
    void reset() override;
    void paint(QPainter &painter, double screenPx) const override;

protected:
    bool begun() const override { return !m_line.isEmpty(); }

private:
    Use m_use;
    double m_radiusPx = 8.0;
    QPolygonF m_line;
    std::optional<QPointF> m_cursor;
};

class RectangleTool : public DrawTool
{
    Q_OBJECT
public:
    using DrawTool::DrawTool;
    void press(QPointF at) override;
    void move(QPointF at, bool pressed) override;
    void release(QPointF at) override;
    void reset() override;
    void paint(QPainter &painter, double screenPx) const override;

protected:
    bool begun() const override { return m_from.has_value(); }

private:
    std::optional<QPointF> m_from;
    QPointF m_to;
};

/// Each click is a corner; a double click, Enter or a click on the first one closes, Backspace takes the last one back.
class PolygonTool : public DrawTool
{
    Q_OBJECT
public:
    using DrawTool::DrawTool;
    void press(QPointF at) override;
    void move(QPointF at, bool pressed) override;
    void release(QPointF) override {}
    void doubleClick(QPointF at) override;
    void key(int key) override;
    void reset() override;
    void paint(QPainter &painter, double screenPx) const override;

protected:
    bool begun() const override { return !m_corners.isEmpty(); }
    bool isOwnKey(int key) const override;

private:
    void close();

    QPolygonF m_corners;
    QPointF m_cursor;
    mutable double m_screenPx = 1.0;
};

/// The magic outline: the part of the score map around the point pressed that is at or above the score under the
/// cursor; dragged away from the peak, it grows.
class WandTool : public DrawTool
{
    Q_OBJECT
public:
    using DrawTool::DrawTool;
    void press(QPointF at) override;
    void move(QPointF at, bool pressed) override;
    void release(QPointF at) override;
    void reset() override;
    void paint(QPainter &painter, double screenPx) const override;

protected:
    bool begun() const override { return m_seed.has_value(); }

private:
    std::optional<cv::Point> mapPixel(QPointF at) const;
    void grow(QPointF at);

    std::optional<cv::Point> m_seed;
    RunMask m_mask; ///< in pixels of the map
};

} // namespace patina
