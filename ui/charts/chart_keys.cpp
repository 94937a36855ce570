#include "ui/charts/chart.h"
#include "ui/charts/chart_plot.h"
#include "ui/charts/chart_view.h"

#include <QFocusEvent>
#include <QKeyEvent>

namespace patina {

namespace {

constexpr int kCoarse = 10; // steps

} // namespace

bool Chart::uses(const QKeyEvent &event) const
{
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        return !m_empty && m_marks.next({}, 1) && !(event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    case Qt::Key_Home:
        return isZoomed() && event.modifiers() == Qt::NoModifier;
    case Qt::Key_Escape:
        return m_hold == Hold::Mark;
    default:
        return false;
    }
}

void Chart::keyPressEvent(QKeyEvent *event)
{
    const bool coarse = event->modifiers().testFlag(Qt::ShiftModifier);
    if (!uses(*event))
        return QWidget::keyPressEvent(event);
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
    default:
        return takeBack(); // Escape
    }
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
    // As far as the axis goes without lines, which would stretch it step by step.
    const ChartSpan whole = homeSpan(m_x, m_content->span(ChartAxisSide::Horizontal, m_x), 0.0);
    moveMark(*m_active, mark.value + steps * mark.step, *united(whole, ChartSpan{mark.value, mark.value}));
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
