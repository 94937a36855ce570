#pragma once

#include "core/base/result.h"
#include "ui/drawing/draw_tools.h"
#include "ui/window_parts.h"

#include <QObject>

class QAction;

namespace patina {

class DrawBar;

/// Drawing on the image that is shown: labels and zones, each stroke a change with undo; and merging and splitting of
/// the regions that are selected.
class DrawingController : public QObject
{
    Q_OBJECT
public:
    /// A child of the window.
    explicit DrawingController(const WindowParts &parts);
    ~DrawingController() override;

private:
    void createTools();
    void createActions();
    void connectSession();
    void choose();
    void showGround();
    void showZones();
    void take(const RunMask &mask, const QPolygonF &outline);
    void takeZone(const QPolygonF &outline);
    void tell(const Result<void> &done);
    void showState();
    void retranslate();

    WindowParts m_parts;
    DrawBar *m_bar = nullptr;
    BrushTool *m_brush = nullptr;
    BrushTool *m_eraser = nullptr;
    PolygonTool *m_polygon = nullptr;
    RectangleTool *m_rectangle = nullptr;
    WandTool *m_wand = nullptr;
    QAction *m_zones = nullptr;
};

} // namespace patina
