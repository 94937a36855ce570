#pragma once

#include "ui/canvas/canvas_mark.h"
#include "ui/canvas/cursor_info.h"
#include "ui/canvas/display_image.h"
#include "ui/canvas/heat_layer.h"
#include "ui/canvas/view_transform.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace patina {

class CanvasTool;

/// Shows one image of any size with its score map. The wheel zooms at the cursor, dragging pans, a double click changes
/// between fit and 1:1. Draws visible pixels only, from the level that suits the zoom.
class Canvas : public QWidget
{
    Q_OBJECT
public:
    explicit Canvas(QWidget *parent = nullptr);

    /// The view stays as it is where the new image has the size of the last one; otherwise the image is fitted.
    void setImage(std::shared_ptr<const DisplayImage> image);
    /// Shows a sentence instead of an image.
    void setMessage(const QString &sentence);
    /// Null: no map.
    void setHeat(std::shared_ptr<const HeatLayer> heat);
    /// Outlines of regions; gone with the image.
    void setMarks(std::vector<CanvasMark> marks);
    const std::vector<CanvasMark> &marks() const { return m_marks; }
    /// Brings a part of the image into view, with room around it; zooms where it would be too small or too large.
    void showArea(const QRectF &imageArea);
    /// While a threshold moves: the outlines of what is at or above it, in view, instead of those of the regions.
    void setLiveThreshold(std::optional<double> threshold);
    /// Outlines of zones, dashed; gone with the image.
    void setZones(std::vector<CanvasMark> zones);
    /// Null: the left button pans and selects. Not owned; outlives the canvas or is taken away before.
    void setTool(CanvasTool *tool);
    CanvasTool *tool() const { return m_tool; }
    void setHeatVisible(bool visible);
    void setOutlinesVisible(bool visible);
    void setHeatStyle(const HeatStyle &style);
    /// Logical pixels; the selected ones are twice as wide.
    void setOutlineWidth(double width);

    bool hasImage() const { return m_image != nullptr; }
    bool hasHeat() const { return m_heat != nullptr; }
    bool heatVisible() const { return m_heatVisible; }
    const HeatStyle &heatStyle() const { return m_style; }
    const ViewTransform &view() const { return m_view; }
    /// Half open, image pixels; for tests and a minimap.
    QRect visibleArea() const { return m_view.visibleArea(); }

    QSize sizeHint() const override { return {800, 600}; }

public slots:
    void fit();
    void showOneToOne();
    void zoomIn();
    void zoomOut();

signals:
    void cursorMoved(const patina::CursorInfo &info);
    void cursorLeft();
    /// Device pixels per image pixel.
    void scaleChanged(double scale);
    /// A click that was no drag.
    void clicked(QPoint imagePixel);
    /// Arrow keys: -1 previous image, 1 next one.
    void stepRequested(int by);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QPointF devicePoint(QPointF widgetPoint) const { return widgetPoint * devicePixelRatioF(); }
    QPointF imagePoint(const QMouseEvent &event) const;
    void zoom(QPointF anchor, double factor);
    void panBy(QPointF by);
    void viewTouched();
    void tellCursor(QPointF devicePosition);

    // canvas_painting.cpp, paintEvent() too
    void paintImage(QPainter &painter) const;
    void paintHeat(QPainter &painter);
    void paintMarks(QPainter &painter) const;
    void paintLive(QPainter &painter) const;
    void paintZones(QPainter &painter) const;
    void paintTool(QPainter &painter) const;
    void paintMessage(QPainter &painter) const;
    void paintFocus(QPainter &painter) const;
    QColor backdrop() const;

    std::shared_ptr<const DisplayImage> m_image;
    std::shared_ptr<const HeatLayer> m_heat;
    std::vector<CanvasMark> m_marks;
    std::vector<CanvasMark> m_zones;
    std::optional<double> m_liveThreshold;
    CanvasTool *m_tool = nullptr;
    QString m_message;
    ViewTransform m_view;
    HeatStyle m_style;
    bool m_heatVisible = true;
    bool m_outlinesVisible = true;
    double m_outlineWidth = 1.5;
    bool m_fitted = true; ///< follows the size of the widget until the user zooms or pans
    std::optional<QPointF> m_dragFrom;
    QPointF m_pressedAt;
    bool m_focusShown = false; ///< reached by key: a frame says where the keys go

    struct HeatPicture
    {
        std::shared_ptr<const HeatLayer> layer;
        int level = -1;
        QRect area;
        HeatStyle style;
        QImage image;
    };
    HeatPicture m_heatPicture; ///< what was drawn last, to repaint without colouring again
};

} // namespace patina
