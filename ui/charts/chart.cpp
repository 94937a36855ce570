#include "ui/charts/chart.h"

#include "ui/charts/chart_numbers.h"
#include "ui/charts/chart_plot.h"
#include "ui/charts/chart_view.h"
#include "ui/look.h"

#include <QAction>
#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr double kPadding = 0.04; // around the data

} // namespace

Chart::Chart(std::unique_ptr<ChartContent> content, ChartAxisSide switched, QWidget *parent)
    : QWidget(parent), m_content(std::move(content)), m_switched(switched)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    createPlot();
    createActions();
    setTheme(screenTheme());
    retranslateUi();
    redraw();
}

Chart::~Chart() = default;

void Chart::createPlot()
{
    ChartPlot::Painters paint;
    paint.series = [this](QPainter &painter) { m_content->paint(painter, m_plot->frame(), m_theme); };
    paint.frame = [this](QPainter &painter) { paintFrame(painter); };
    paint.marks = [this](QPainter &painter) {
        m_marks.paint(painter, m_plot->frame(), m_theme, m_x.unit, m_focusShown ? m_active : std::nullopt);
    };
    paint.pointer = [this](QPainter &painter) { paintPointer(painter); };
    m_plot = std::make_unique<ChartPlot>(this, std::move(paint));
    m_plot->widget()->setObjectName(QStringLiteral("chartPlot"));
}

void Chart::setTitle(const QString &title)
{
    m_title = title;
    setAccessibleName(title);
}

void Chart::setEmptyText(const QString &text)
{
    m_emptyText = text;
    describe();
    update();
}

void Chart::setAxes(const ChartAxis &horizontal, const ChartAxis &vertical)
{
    if (horizontal == m_x && vertical == m_y)
        return;
    if (horizontal.log != m_x.log)
        m_zoomedX.reset();
    if (vertical.log != m_y.log)
        m_zoomedY.reset();
    m_x = horizontal;
    m_y = vertical;
    applyAxes();
    redraw();
}

const ChartAxis &Chart::axis(ChartAxisSide side) const
{
    return side == ChartAxisSide::Horizontal ? m_x : m_y;
}

void Chart::setMarks(const std::vector<ChartMark> &marks)
{
    if (marks == m_marks.all())
        return;
    const ChartSpan before = home(ChartAxisSide::Horizontal);
    const bool hadStrip = !m_marks.all().empty();
    m_marks.set(marks);
    if (m_active && (*m_active >= marks.size() || !marks[*m_active].draggable))
        m_active = m_marks.next({}, 1);
    if (m_hold == Hold::Mark && !m_marks.find(m_heldMark))
        m_hold = Hold::Nothing;
    describe();
    // A mark outside of the data moves the ends of the axis.
    const bool moved = m_hold != Hold::Mark && before != home(ChartAxisSide::Horizontal);
    if (hadStrip == marks.empty() || moved)
        return redraw();
    m_plot->replotMarks();
}

PlotFrame Chart::frame() const
{
    return m_plot->frame();
}

void Chart::setHiddenSeries(const QStringList &names)
{
    const QSet<QString> hidden(names.begin(), names.end());
    if (hidden == m_content->hidden())
        return;
    m_content->hide(hidden);
    redraw();
    emit hiddenSeriesChanged();
}

QStringList Chart::hiddenSeries() const
{
    QStringList names = m_content->hidden().values();
    names.sort();
    return names;
}

void Chart::contentChanged()
{
    redraw();
}

ChartSpan Chart::home(ChartAxisSide side) const
{
    const ChartAxis &shown = axis(side);
    std::optional<ChartSpan> values = m_content->span(side, shown);
    if (side == ChartAxisSide::Horizontal)
        for (const ChartMark &mark : m_marks.all())
            if (values && std::isfinite(mark.value) && (!shown.log || mark.value > 0.0))
                values = united(values, ChartSpan{mark.value, mark.value});
    return homeSpan(shown, values, kPadding);
}

std::optional<ChartSpan> &Chart::zoomed(ChartAxisSide side)
{
    return side == ChartAxisSide::Horizontal ? m_zoomedX : m_zoomedY;
}

void Chart::resetZoom()
{
    m_zoomedX.reset();
    m_zoomedY.reset();
    redraw();
}

ChartTheme Chart::screenTheme() const
{
    ChartTheme theme = ChartTheme::of(palette(), font(), locale());
    theme.hair = std::max(1.0, std::floor(devicePixelRatioF())) / devicePixelRatioF();
    return theme;
}

void Chart::setTheme(const ChartTheme &theme)
{
    m_theme = theme;
    m_plot->setTheme(theme);
    applyAxes();
}

void Chart::applyAxes()
{
    m_plot->setAxis(ChartAxisSide::Horizontal, m_x);
    m_plot->setAxis(ChartAxisSide::Vertical, m_y);
}

void Chart::applySpans()
{
    // Under a line that is held the axes stay as they are.
    if (m_hold == Hold::Mark) {
        m_spansWait = true;
        return;
    }
    m_spansWait = false;
    for (const ChartAxisSide side : {ChartAxisSide::Horizontal, ChartAxisSide::Vertical}) {
        const ChartSpan whole = home(side);
        auto &part = zoomed(side);
        if (part)
            part = keptWithin(*part, whole, axis(side).log);
        if (part == whole)
            part.reset();
        m_plot->setSpan(side, part.value_or(whole));
    }
}

void Chart::arrange(const QSize &size, const QString &title)
{
    m_shownTitle = title;
    const int top = title.isEmpty() ? 0 : QFontMetrics(m_theme.font).height() + 2 * kGrid;
    const QMargins legend = m_legend.arrange(size, top, *m_content, m_theme);
    m_plot->arrange(size, legend + QMargins(0, top, 0, 0), m_marks.stripHeight(m_theme), widestNumber());
}

/// Beside the vertical axis, also when zoomed a little.
QString Chart::widestNumber() const
{
    if (m_y.log)
        return {};
    const ChartSpan span = home(ChartAxisSide::Vertical);
    const double step = std::pow(10.0, std::floor(std::log10((span.high - span.low) / 10.0)) - 1.0);
    const QString low = ChartNumbers::atStep(span.low, step, m_y.unit, m_theme.locale);
    const QString high = ChartNumbers::atStep(span.high, step, m_y.unit, m_theme.locale);
    return low.size() > high.size() ? low : high;
}

/// Everything, once the events at hand are through.
void Chart::redraw()
{
    m_empty = m_content->count() == 0 || !m_content->span(ChartAxisSide::Horizontal, m_x);
    // All series hidden is not empty: the legend brings them back.
    if (m_empty && !m_content->hidden().isEmpty())
        m_empty = m_content->count() == 0;
    m_plot->widget()->setVisible(!m_empty);
    applySpans();
    describe();
    m_reset->setEnabled(isZoomed());
    if (m_empty)
        return update();
    arrange(size(), {});
    // Charts behind other tabs cost nothing: showEvent() draws them.
    if (isVisible())
        m_plot->replot();
}

void Chart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(event->size(), {});
    m_plot->widget()->setGeometry(rect());
}

void Chart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setTheme(screenTheme()); // it may be another screen
    arrange(size(), {});
    m_plot->replotNow();
}

void Chart::changeEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::LanguageChange:
        retranslateUi();
        [[fallthrough]];
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::FontChange:
    case QEvent::LocaleChange:
        setTheme(screenTheme());
        redraw();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

bool Chart::event(QEvent *event)
{
    // Keys that move a line are not for the window's commands.
    if (event->type() == QEvent::ShortcutOverride && uses(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto series = m_legend.at(help->pos());
    if (series && m_legend.shortened(*series))
        QToolTip::showText(help->globalPos(), m_content->name(*series), this);
    else
        QToolTip::hideText();
    return true;
}

QSize Chart::sizeHint() const
{
    return {60 * kGrid, 32 * kGrid};
}

QSize Chart::minimumSizeHint() const
{
    return {30 * kGrid, 18 * kGrid};
}

} // namespace patina
