#include "ui/charts/chart_plot.h"

#include "ui/charts/chart_ticker.h"
#include "ui/look.h"

#include <QFontMetrics>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace patina {

namespace {

constexpr int kTickLength = 4;
constexpr int kTickLabelChars = 7;

/// Draws on one layer what it is told to.
class PaintedLayer : public QCPLayerable
{
public:
    PaintedLayer(QCustomPlot *plot, const QString &layer, std::function<void(QPainter &)> paint)
        : QCPLayerable(plot, layer), m_paint(std::move(paint))
    {
    }

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override { painter->setAntialiasing(true); }
    void draw(QCPPainter *painter) override
    {
        if (m_paint)
            m_paint(*painter);
    }

private:
    std::function<void(QPainter &)> m_paint;
};

PlotScale scaleOf(const QCPAxis *axis, double from, double to)
{
    return {axis->range().lower, axis->range().upper, from, to, axis->scaleType() == QCPAxis::stLogarithmic};
}

} // namespace

ChartPlot::ChartPlot(QWidget *parent, Painters painters) : m_plot(new QCustomPlot(parent))
{
    // The chart handles the mouse and the keys itself, in one place.
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setNoAntialiasingOnDrag(false);
    m_plot->setPlottingHints(QCP::phCacheLabels);
    m_plot->plotLayout()->setRowSpacing(0);
    m_plot->axisRect()->setupFullAxesBox(false);
    m_plot->xAxis2->setTicks(false);
    m_plot->yAxis2->setTicks(false);
    m_plot->xAxis2->setVisible(false);
    m_plot->yAxis2->setVisible(false);
    m_plot->addLayer(QStringLiteral("marks"), m_plot->layer(QStringLiteral("legend")));
    m_marks = m_plot->layer(QStringLiteral("marks"));
    m_marks->setMode(QCPLayer::lmBuffered);
    m_pointer = m_plot->layer(QStringLiteral("overlay"));
    m_pointer->setMode(QCPLayer::lmBuffered);
    new PaintedLayer(m_plot, QStringLiteral("main"), std::move(painters.series));
    new PaintedLayer(m_plot, QStringLiteral("legend"), std::move(painters.frame));
    new PaintedLayer(m_plot, QStringLiteral("marks"), std::move(painters.marks));
    new PaintedLayer(m_plot, QStringLiteral("overlay"), std::move(painters.pointer));
}

QWidget *ChartPlot::widget() const
{
    return m_plot;
}

void ChartPlot::setTheme(const ChartTheme &theme)
{
    m_theme = theme;
    m_plot->setBackground(QBrush(theme.ground));
    m_plot->axisRect()->setBackground(QBrush(theme.area));
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        for (const auto set : {&QCPAxis::setBasePen, &QCPAxis::setTickPen, &QCPAxis::setSubTickPen})
            (axis->*set)(QPen(theme.axis, theme.hair));
        axis->setTickLength(0, kTickLength);
        axis->setSubTickLength(0, kTickLength / 2);
        axis->setTickLabelPadding(3);
        axis->setLabelPadding(4);
        axis->setLabelColor(theme.text);
        axis->setTickLabelColor(theme.muted);
        axis->setLabelFont(theme.font);
        axis->setTickLabelFont(theme.font);
        axis->grid()->setPen(QPen(theme.grid, theme.hair));
        axis->grid()->setSubGridVisible(false);
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
}

void ChartPlot::setAxis(ChartAxisSide side, const ChartAxis &axis)
{
    QCPAxis *drawn = side == ChartAxisSide::Horizontal ? m_plot->xAxis : m_plot->yAxis;
    drawn->setLabel(axis.label);
    drawn->setScaleType(axis.log ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    drawn->setTicker(createTicker(axis, m_theme.locale));
    drawn->setSubTicks(axis.log);
}

void ChartPlot::setSpan(ChartAxisSide side, const ChartSpan &span)
{
    (side == ChartAxisSide::Horizontal ? m_plot->xAxis : m_plot->yAxis)->setRange(span.low, span.high);
}

void ChartPlot::arrange(const QSize &size, const QMargins &taken, double strip, const QString &widest)
{
    const QFontMetrics metrics(m_theme.font);
    m_plot->plotLayout()->setMargins(taken + QMargins(kGrid / 2, kGrid / 2, kGrid, kGrid / 2));
    // The numbers at the ends of the axes stick out.
    const int half = metrics.horizontalAdvance(QStringLiteral("100 %")) / 2;
    const int top = std::max(metrics.height() / 2, static_cast<int>(std::ceil(strip)));
    const QCPAxis *y = m_plot->yAxis;
    const int label = y->label().isEmpty() ? 0 : metrics.height() + y->labelPadding();
    const int left =
        kTickLength + y->tickLabelPadding() + metrics.horizontalAdvance(widest) + label + y->padding() + kGrid / 2;
    m_plot->axisRect()->setMinimumMargins({left, top, std::max(kGrid, half - kGrid / 2), kGrid});
    const int wide = size.width() - taken.left() - taken.right() - 8 * kGrid;
    const int high = size.height() - taken.top() - taken.bottom() - 5 * kGrid - static_cast<int>(strip);
    m_plot->xAxis->ticker()->setTickCount(
        std::clamp(wide / (metrics.averageCharWidth() * kTickLabelChars + 3 * kGrid), 2, 10));
    m_plot->yAxis->ticker()->setTickCount(std::clamp(high / (metrics.height() * 2), 2, 10));
}

PlotFrame ChartPlot::frame() const
{
    const QRect area = m_plot->axisRect()->rect();
    // As QCPAxis::coordToPixel, so that curves meet the grid.
    return {QRectF(area.left(), area.bottom() - area.height(), area.width(), area.height()),
            scaleOf(m_plot->xAxis, area.left(), area.left() + area.width()),
            scaleOf(m_plot->yAxis, area.bottom(), area.bottom() - area.height())};
}

void ChartPlot::replot()
{
    if (std::exchange(m_queued, true))
        return;
    const auto draw = [this] {
        if (m_queued)
            replotNow();
    };
    QMetaObject::invokeMethod(m_plot, draw, Qt::QueuedConnection);
}

void ChartPlot::replotNow()
{
    m_queued = false;
    m_plot->replot(QCustomPlot::rpQueuedRefresh);
}

void ChartPlot::replotMarks()
{
    m_marks->replot();
}

void ChartPlot::replotPointer()
{
    m_pointer->replot();
}

void ChartPlot::render(QPaintDevice &device, const QSize &size)
{
    QCPPainter painter;
    if (!painter.begin(&device))
        return;
    m_pointer->setVisible(false);
    painter.setMode(QCPPainter::pmVectorized);
    m_plot->toPainter(&painter, size.width(), size.height());
    m_pointer->setVisible(true);
}

} // namespace patina
