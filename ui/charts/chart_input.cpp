#include "ui/charts/chart.h"
#include "ui/charts/chart_plot.h"
#include "ui/charts/chart_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr double kZoomPerNotch = 0.8;
constexpr int kNotch = 120;
constexpr int kCoarse = 10; // steps

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
    const ChartMark moved = m_marks.all()[mark];
    emit markMoving(moved.id, moved.value);
}

/// Ends what the mouse or a key has begun.
void Chart::letGo()
{
    const bool moved = (m_hold == Hold::Mark && !m_heldMark.isEmpty()) || m_keyHeld;
    m_hold = Hold::Nothing;
    m_keyHeld = false;
    m_candidates.clear();
    if (const auto mark = m_marks.find(m_heldMark); moved && mark) {
        const ChartMark still = m_marks.all()[*mark];
        m_heldMark.clear();
        if (still.value != m_valueBefore)
            emit markMoved(still.id, still.value);
    }
}

void Chart::takeBack()
{
    if (const auto mark = m_marks.find(m_heldMark); mark && m_hold == Hold::Mark) {
        moveMark(*mark, m_valueBefore, {m_valueBefore, m_valueBefore});
        const ChartMark still = m_marks.all()[*mark];
        m_hold = Hold::Nothing;
        m_heldMark.clear();
        emit markMoved(still.id, still.value);
    }
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

bool Chart::takesKey(const QKeyEvent &event) const
{
    if (m_empty || (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) != 0)
        return false;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        return !m_marks.all().empty();
    case Qt::Key_Home:
        return true;
    case Qt::Key_Escape:
        return m_hold == Hold::Mark;
    default:
        return false;
    }
}

void Chart::keyPressEvent(QKeyEvent *event)
{
    const bool coarse = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveByKey(coarse ? -kCoarse : -1);
    case Qt::Key_Right:
        return moveByKey(coarse ? kCoarse : 1);
    case Qt::Key_PageDown:
        return moveByKey(-kCoarse);
    case Qt::Key_PageUp:
        return moveByKey(kCoarse);
    case Qt::Key_Home:
        return resetZoom();
    case Qt::Key_Escape:
        if (m_hold == Hold::Mark)
            return takeBack();
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

/// A key that repeats itself while it is held is one move.
void Chart::keyReleaseEvent(QKeyEvent *event)
{
    if (!event->isAutoRepeat() && m_keyHeld)
        letGo();
    QWidget::keyReleaseEvent(event);
}

void Chart::moveByKey(int steps)
{
    if (m_hold != Hold::Nothing || m_empty)
        return;
    if (!m_active)
        setActive(m_marks.next({}, 1));
    m_focusShown = true;
    if (!m_active)
        return setActive({});
    const ChartMark mark = m_marks.all()[*m_active];
    if (!m_keyHeld || m_heldMark != mark.id) {
        letGo();
        m_heldMark = mark.id;
        m_valueBefore = mark.value;
        m_keyHeld = true;
    }
    moveMark(*m_active, mark.value + steps * mark.step, home(ChartAxisSide::Horizontal));
}

void Chart::setActive(std::optional<std::size_t> mark)
{
    m_active = mark;
    describe();
    if (!m_empty) {
        m_plot->replotMarks();
        m_plot->replotPointer();
    }
}

void Chart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_focusShown = event->reason() != Qt::MouseFocusReason && event->reason() != Qt::PopupFocusReason &&
                   event->reason() != Qt::ActiveWindowFocusReason;
    if (event->reason() == Qt::TabFocusReason || !m_active)
        m_active = m_marks.next({}, 1);
    else if (event->reason() == Qt::BacktabFocusReason)
        m_active = m_marks.next({}, -1);
    setActive(m_active);
}

void Chart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_focusShown = false;
    if (m_keyHeld)
        letGo();
    setActive(m_active);
}

bool Chart::focusNextPrevChild(bool next)
{
    const auto other = m_active ? m_marks.next(m_active, next ? 1 : -1) : std::nullopt;
    if (!other || m_empty || !hasFocus())
        return QWidget::focusNextPrevChild(next);
    if (m_keyHeld)
        letGo();
    setActive(other);
    return true;
}

} // namespace patina
