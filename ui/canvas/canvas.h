#pragma once

#include "ui/canvas/canvas_mark.h"
#include "ui/canvas/cursor_info.h"
#include "ui/canvas/display_image.h"
#include "ui/canvas/heat_layer.h"
#include "ui/canvas/mark_layer.h"
#include "ui/canvas/scene.h"
#include "ui/canvas/view_transform.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace patina {

class CanvasTool;

/// Shows one image of any size with its score map. The wheel zooms at the cursor, dragging pans, a double click changes
/// between fit and 1:1. Draws visible pixels only, from the level that suits the zoom, and never waits for any.
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
    const std::vector<CanvasMark> &marks() const { return m_regions.marks(); }
    /// What people and imported masks say of the image; gone with it.
    void setLabels(std::vector<CanvasMark> marks);
    const std::vector<CanvasMark> &labels() const { return m_labels.marks(); }
    bool labelsVisible() const { return m_labels.visible(); }
    bool groundTruthVisible() const { return m_truth.visible(); }
    const std::vector<CanvasMark> &groundTruth() const { return m_truth.marks(); }
    void setGroundTruth(std::vector<CanvasMark> marks);
    void setLabelsVisible(bool visible);
    void setGroundTruthVisible(bool visible);
    /// Brings a part of the image into view, with room around it; zooms where it would be too small or too large, and
    /// leaves the view alone where it is seen already.
    void showArea(const QRectF &imageArea); // canvas_areas.cpp, as all of areas
    /// Of the selected regions, image pixels; empty: none is selected.
    QRectF selectedArea() const;
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
    /// Which stored values are black and white. None: as usual for the image.
    void setTone(const std::optional<ToneWindow> &tone);
    void setMmPerPixel(std::optional<double> mm) { m_mmPerPixel = mm; }
    /// Puts an image point in the middle.
    void centreOn(QPointF imagePoint);
    /// Shows the same part as another canvas. \param offset as in ViewTransform, of this one.
    void follow(double scale, QPointF offset);
    /// Logical pixels; the selected ones are twice as wide.
    void setOutlineWidth(double width);

    bool hasImage() const { return m_scene.image() != nullptr; }
    bool hasHeat() const { return m_scene.heat() != nullptr; }
    bool heatVisible() const { return m_scene.heatVisible(); }
    const HeatStyle &heatStyle() const { return m_scene.style(); }
    const Scene &scene() const { return m_scene; }
    /// The whole image, small, as it is shown.
    const QImage &overview() { return m_scene.overview(); }
    /// Was the last thing that was painted sharp and whole, as far as it ever will be?
    bool settled() const { return m_scene.settled() && m_truth.settled() && m_labels.settled() && m_regions.settled(); }
    const ViewTransform &view() const { return m_view; }
    /// Half open, image pixels; for tests and a minimap.
    QRect visibleArea() const { return m_view.visibleArea(); }

    QSize sizeHint() const override { return {800, 600}; }

public slots:
    void fit();
    void showOneToOne();
    void zoomIn();
    void zoomOut();
    void zoomToSelected();
    /// The area in the middle, filling half of the view. \param area in image pixels.
    void zoomTo(const QRectF &area);

signals:
    void cursorMoved(const patina::CursorInfo &info);
    void cursorLeft();
    /// Device pixels per image pixel.
    void scaleChanged(double scale);
    /// Another part of the image is in view, or another image.
    void viewChanged();
    /// By the user, or for him: not because the canvas has another size.
    void viewMoved();
    /// The image looks different: another one, sharper, other colours.
    void pictureChanged();
    /// Labels or ground truth are others, or shown or hidden.
    void masksChanged();
    /// The space bar was pressed and let go, and nothing was dragged meanwhile.
    void spaceTapped();
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
    void keyReleaseEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QPointF devicePoint(QPointF widgetPoint) const { return widgetPoint * devicePixelRatioF(); }
    QPointF imagePoint(const QMouseEvent &event) const;
    void zoom(QPointF anchor, double factor);
    bool hasInView(const QRectF &imageArea) const;
    QPointF zoomAnchor() const;
    void panBy(QPointF by);
    void viewTouched();
    void tellCursor(QPointF devicePosition);
    void pictureTouched();
    /// Dragging moves the view whatever tool is chosen: the middle button, or any with the space bar held.
    bool pansAlways(const QMouseEvent &event) const;
    void beginPan(const QMouseEvent &event);
    Qt::CursorShape restingCursor() const;

    // canvas_painting.cpp, paintEvent() too
    void paintLive(QPainter &painter) const;
    void paintZones(QPainter &painter) const;
    void paintTool(QPainter &painter) const;
    void paintMessage(QPainter &painter) const;
    void paintFocus(QPainter &painter) const;
    QColor backdrop() const;

    Scene m_scene;
    MarkLayer m_truth{MarkStyle{Qt::DashLine, 0}};
    MarkLayer m_labels{MarkStyle{Qt::SolidLine, 48}};
    MarkLayer m_regions;
    std::vector<CanvasMark> m_zones;
    std::optional<double> m_liveThreshold;
    CanvasTool *m_tool = nullptr;
    QString m_message;
    ViewTransform m_view;
    std::optional<double> m_mmPerPixel;
    bool m_fitted = true; ///< follows the size of the widget until the user zooms or pans
    std::optional<QPointF> m_dragFrom;
    QPointF m_pressedAt;
    bool m_focusShown = false; ///< reached by key: a frame says where the keys go
    bool m_spaceDown = false;
    bool m_spaceDragged = false;       ///< since it went down
    std::optional<QPointF> m_cursorAt; ///< device pixels
    bool m_valueOnItsWay = false;      ///< of the pixel under the cursor
};

} // namespace patina
