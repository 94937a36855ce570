#include "ui/drawing/drawing_controller.h"

#include "core/labels/shape_mask.h"
#include "ui/actions.h"
#include "ui/canvas/canvas.h"
#include "ui/drawing/draw_bar.h"
#include "ui/drawing/zone_dialog.h"
#include "ui/main_window.h"
#include "ui/models/class_colours.h"
#include "ui/panels/message_strip.h"
#include "ui/session.h"
#include "ui/text/text.h"

#include <QAction>
#include <QMenu>
#include <QToolBar>

#include <fmt/format.h>

#include <cmath>

namespace patina {

DrawingController::DrawingController(const WindowParts &parts) : QObject(parts.window), m_parts(parts)
{
    m_bar = new DrawBar(&parts.session->project(), parts.window);
    parts.window->addToolBarBreak();
    parts.window->addToolBar(m_bar);
    createTools();
    createActions();
    connectSession();
    connect(m_bar, &DrawBar::toolChosen, this, &DrawingController::choose);
    connect(m_bar, &DrawBar::optionsChanged, this, &DrawingController::showState);
    connect(parts.window, &MainWindow::retranslated, this, &DrawingController::retranslate);
    connect(parts.window, &MainWindow::layoutReset, this, &DrawingController::showState);
    retranslate();
    showState();
}

DrawingController::~DrawingController() = default;

void DrawingController::createTools()
{
    m_brush = new BrushTool(BrushTool::Use::Paint, this);
    m_eraser = new BrushTool(BrushTool::Use::Erase, this);
    m_polygon = new PolygonTool(this);
    m_rectangle = new RectangleTool(this);
    m_wand = new WandTool(this);
    for (DrawTool *tool : QList<DrawTool *>{m_brush, m_polygon, m_rectangle, m_wand})
        connect(tool, &DrawTool::drawn, this, &DrawingController::take);
    connect(m_eraser, &DrawTool::drawn, this,
            [this](const RunMask &mask) { tell(m_parts.session->review().erase(mask)); });
}

void DrawingController::createActions()
{
    QMenu *menu = m_parts.actions->reviewMenu();
    menu->addSeparator();
    menu->addActions(m_bar->toolActions());
    menu->addSeparator();
    m_zones = menu->addAction(QString());
    m_zones->setObjectName(QStringLiteral("zones"));
    connect(m_zones, &QAction::triggered, this, [this] {
        ZoneDialog dialog(&m_parts.session->project(), m_parts.window);
        connect(&dialog, &ZoneDialog::failed, this, [this](const Error &error) { tell(tl::unexpected(error)); });
        dialog.exec();
    });
    QMenu *view = m_parts.actions->viewMenu();
    const auto after = view->actions().indexOf(m_parts.actions->toolBar()->toggleViewAction()) + 1;
    view->insertAction(view->actions().value(after), m_bar->toggleViewAction());
}

void DrawingController::connectSession()
{
    const Session *session = m_parts.session;
    connect(session, &Session::imageShown, this, &DrawingController::showGround);
    connect(session, &Session::imageFailed, this, &DrawingController::showGround);
    connect(session, &Session::currentChanged, this, &DrawingController::showGround);
    connect(session, &Session::heatChanged, this, &DrawingController::showGround);
    connect(&session->project(), &ProjectDocument::projectChanged, this, &DrawingController::showGround);
    connect(&session->project(), &ProjectDocument::zonesChanged, this, &DrawingController::showZones);
}

void DrawingController::choose()
{
    DrawTool *tool = nullptr;
    switch (m_bar->tool()) {
    case DrawBar::Tool::None:
        break;
    case DrawBar::Tool::Brush:
        tool = m_brush;
        break;
    case DrawBar::Tool::Eraser:
        tool = m_eraser;
        break;
    case DrawBar::Tool::Polygon:
        tool = m_polygon;
        break;
    case DrawBar::Tool::Rectangle:
        tool = m_rectangle;
        break;
    case DrawBar::Tool::Wand:
        tool = m_wand;
        break;
    }
    m_parts.canvas->setTool(tool);
}

void DrawingController::showGround()
{
    const RegionsFrom &from = m_parts.session->review().from();
    for (DrawTool *tool : QList<DrawTool *>{m_brush, m_eraser, m_polygon, m_rectangle, m_wand})
        tool->setGround({from.imageSize, from.map});
    showZones();
    showState();
}

void DrawingController::showState()
{
    const Session *session = m_parts.session;
    const RegionsFrom &from = session->review().from();
    m_bar->setVisible(session->project().isOpen());
    m_bar->setUsable(session->project().canWrite() && !from.image.empty(), !from.map.empty());
    m_zones->setEnabled(session->project().isOpen());
    for (DrawTool *tool : QList<DrawTool *>{m_brush, m_polygon, m_rectangle, m_wand})
        tool->setColour(m_bar->colour());
    m_brush->setRadius(m_bar->radiusPx());
    m_eraser->setRadius(m_bar->radiusPx());
    choose();
}

void DrawingController::showZones()
{
    std::vector<CanvasMark> marks;
    const std::string &image = m_parts.session->review().from().image;
    for (const Zone &zone : m_parts.session->project().contents().zones) {
        if (image.empty() || zone.polygon.empty() || (!zone.image.empty() && zone.image != image))
            continue;
        QPolygonF corners;
        for (const cv::Point &corner : zone.polygon)
            corners << QPointF(corner.x, corner.y);
        corners << corners.first();
        QPainterPath outline;
        outline.addPolygon(corners);
        marks.push_back({outline, zoneColour(zone.kind), false, zone.kind == ZoneKind::Ignore});
    }
    m_parts.canvas->setZones(std::move(marks));
}

void DrawingController::take(const RunMask &mask, const QPolygonF &outline)
{
    if (m_bar->target() != DrawBar::Target::Label)
        return takeZone(outline);
    RegionReview &review = m_parts.session->review();
    const RunMask kept = m_bar->snaps() ? raisedPart(mask, review.from().map) : mask;
    tell(review.paint(kept, m_bar->chosenClass()));
}

void DrawingController::takeZone(const QPolygonF &outline)
{
    if (outline.isEmpty()) {
        m_parts.strip->show({Message::Kind::Notice, tr("A zone is drawn as a polygon or a rectangle.")});
        return;
    }
    ProjectDocument &project = m_parts.session->project();
    Zone zone;
    zone.id = project.nextZoneId();
    zone.image = m_bar->zoneForAll() ? std::string() : m_parts.session->review().from().image;
    const DrawBar::Target target = m_bar->target();
    zone.kind = target == DrawBar::Target::Roi             ? ZoneKind::Roi
                : target == DrawBar::Target::ThresholdZone ? ZoneKind::Thresholds
                                                           : ZoneKind::Ignore;
    if (zone.kind == ZoneKind::Thresholds)
        zone.thresholdFactor = m_bar->thresholdFactor();
    for (const QPointF &corner : outline)
        zone.polygon.emplace_back(static_cast<int>(std::lround(corner.x())), static_cast<int>(std::lround(corner.y())));
    const std::string action = zone.thresholdFactor
                                   ? fmt::format("add a zone with {} times the thresholds", *zone.thresholdFactor)
                               : zone.kind == ZoneKind::Roi ? "add a region of interest"
                                                            : "add a zone to ignore";
    tell(project.change({action, {added(std::move(zone))}}));
}

void DrawingController::tell(const Result<void> &done)
{
    if (!done)
        m_parts.strip->show(
            {Message::Kind::Error, tr("What was drawn was not kept. %1").arg(Text::error(done.error()))});
}

void DrawingController::retranslate()
{
    m_bar->retranslate();
    m_bar->toggleViewAction()->setText(tr("&Drawing"));
    m_zones->setText(tr("&Zones..."));
    m_zones->setToolTip(tr("Regions of interest, zones to ignore, and zones with their own thresholds"));
}

} // namespace patina
