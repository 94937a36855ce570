#include "ui/charts/chart.h"
#include "ui/charts/chart_plot.h"
#include "ui/charts/chart_view.h"

#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace patina {

namespace {

constexpr double kZoomPerNotch = 0.8;
constexpr int kNotch = 120;

} // namespace

void Chart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_empty)
        return QWidget::mousePressEvent(event);
    const QPointF place = event->position();
    if (const auto series = m_legend.at(place))
        return toggleSeries(*series);
    letGo();
    m_heldAt = place;
    const PlotFrame frame = m_plot->frame();
    if (const auto marks = m_marks.at(place, frame, m_theme, m_x.unit); !marks.empty())
        return holdMark(marks, place);
    if (frame.area.contains(place) && isZoomed()) {
        m_hold = Hold::Pan;
        showPointer({});
        setCursor(Qt::ClosedHandCursor);
    }
}

void Chart::holdMark(const std::vector<std::size_t> &marks, const QPointF &place)
{
    m_hold = Hold::Mark;
    m_heldMark.clear();
    m_candidates = marks;
    m_heldAt = place;
    m_homeBefore = home(ChartAxisSide::Horizontal);
    showPointer({});
    if (marks.size() > 1)
        return; // the direction will tell
    m_heldMark = m_marks.all()[marks.front()].id;
    m_valueBefore = m_marks.all()[marks.front()].value;
    setActive(marks.front());
}

void Chart::dragMark(const QPointF &place)
{
    const PlotFrame frame = m_plot->frame();
    if (m_heldMark.isEmpty()) {
        if (place.x() == m_heldAt.x() || m_candidates.empty())
            return;
        // To the left the first can go, to the right the last.
        const auto chosen = place.x() < m_heldAt.x() ? m_candidates.front() : m_candidates.back();
        holdMark({chosen}, place);
    }
    if (const auto mark = m_marks.find(m_heldMark))
        moveMark(*mark, frame.x.toValue(place.x()), {frame.x.low, frame.x.high});
}

void Chart::moveMark(std::size_t mark, double value, const ChartSpan &limits)
{
    if (!m_marks.move(mark, value, limits))
        return;
    describe();
    m_plot->replotMarks();
    m_moving = true;
    const ChartMark moved = m_marks.all()[mark];
    emit markMoving(moved.id, moved.value);
}

/// Ends what the mouse or a key has begun.
void Chart::letGo()
{
    const bool dragged = std::exchange(m_hold, Hold::Nothing) == Hold::Mark;
    m_keyHeld = false;
    m_candidates.clear();
    if (dragged && (m_spansWait || home(ChartAxisSide::Horizontal) != m_homeBefore))
        redraw();
    const auto mark = m_marks.find(m_heldMark);
    m_heldMark.clear();
    if (!std::exchange(m_moving, false) || !mark)
        return;
    const ChartMark still = m_marks.all()[*mark];
    emit markMoved(still.id, still.value);
}

void Chart::takeBack()
{
    // Neighbours and steps say nothing here: it was there before.
    if (const auto mark = m_marks.find(m_heldMark))
        moveMark(*mark, m_valueBefore, {m_valueBefore, m_valueBefore});
    letGo();
    unsetCursor();
}

void Chart::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF place = event->position();
    if (m_hold == Hold::Mark)
        return dragMark(place);
    if (m_hold == Hold::Pan)
        return pan(place - m_heldAt), void(m_heldAt = place);
    showPointer(m_empty ? std::nullopt : std::optional(place));
    showCursor(place);
}

void Chart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_empty)
        return QWidget::mouseReleaseEvent(event);
    letGo();
    showCursor(event->position());
}

void Chart::mouseDoubleClickEvent(QMouseEvent *event)
{
    const bool empty = m_empty || m_legend.at(event->position()) ||
                       !m_marks.at(event->position(), m_plot->frame(), m_theme, m_x.unit).empty();
    if (empty || event->button() != Qt::LeftButton)
        return mousePressEvent(event);
    resetZoom();
}

void Chart::leaveEvent(QEvent *event)
{
    showPointer({});
    QWidget::leaveEvent(event);
}

void Chart::pan(const QPointF &by)
{
    const PlotFrame frame = m_plot->frame();
    if (m_zoomedX)
        m_zoomedX = shiftedSpan(frame.x, -by.x());
    if (m_zoomedY)
        m_zoomedY = shiftedSpan(frame.y, -by.y());
    redraw();
}

void Chart::wheelEvent(QWheelEvent *event)
{
    const PlotFrame frame = m_plot->frame();
    const QPointF place = event->position();
    const bool alongX = place.x() >= frame.area.left();
    const bool alongY = place.y() <= frame.area.bottom();
    const double factor = std::pow(kZoomPerNotch, static_cast<double>(event->angleDelta().y()) / kNotch);
    // With nothing to zoom out of, the wheel is for what the chart lies in.
    if (m_empty || factor == 1.0 || (factor > 1.0 && !isZoomed()) || m_hold != Hold::Nothing)
        return event->ignore();
    if (alongX && place.x() <= frame.area.right())
        m_zoomedX = zoomedSpan(frame.x, place.x(), factor);
    if (alongY && place.y() >= frame.area.top())
        m_zoomedY = zoomedSpan(frame.y, place.y(), factor);
    redraw();
    event->accept();
}

void Chart::showPointer(std::optional<QPointF> place)
{
    if (m_pointer == place)
        return;
    m_pointer = place;
    if (!m_empty)
        m_plot->replotPointer();
}

void Chart::showCursor(const QPointF &place)
{
    if (m_empty)
        return unsetCursor();
    if (m_legend.at(place))
        return setCursor(Qt::PointingHandCursor);
    if (!m_marks.at(place, m_plot->frame(), m_theme, m_x.unit).empty())
        return setCursor(Qt::SplitHCursor);
    unsetCursor();
}

void Chart::toggleSeries(std::size_t series)
{
    QStringList names = hiddenSeries();
    const QString name = m_content->name(series);
    if (!names.removeOne(name))
        names << name;
    setHiddenSeries(names);
}

} // namespace patina
