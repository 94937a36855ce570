#pragma once

#include "ui/charts/chart_theme.h"
#include "ui/charts/plot_frame.h"

#include <QSet>

#include <cstddef>
#include <optional>
#include <string>

class QPainter;

namespace patina {

/// The lowest and the highest of some values.
struct ChartSpan
{
    double low = 0.0;
    double high = 0.0;

    bool operator==(const ChartSpan &) const = default;
};
/// The span that holds both; either may be none.
std::optional<ChartSpan> united(const std::optional<ChartSpan> &a, const std::optional<ChartSpan> &b);

enum class ChartAxisSide { Horizontal, Vertical };

/// What is read off at one place of a chart.
struct ChartReadout
{
    QPointF place; ///< on the widget
    QString name;
    double x = 0.0;
    std::optional<double> xEnd; ///< of a bin
    double y = 0.0;
    std::optional<double> low; ///< of the interval
    std::optional<double> high;
    QColor colour;
};

/// What a chart shows between its axes. Knows no widget.
class ChartContent
{
public:
    virtual ~ChartContent() = default;

    virtual std::size_t count() const = 0;
    virtual QString name(std::size_t series) const = 0;
    /// Of the finite values of the series that are shown, above 0 on a logarithmic axis. None: there are none.
    virtual std::optional<ChartSpan> span(ChartAxisSide side, const ChartAxis &axis) const = 0;
    virtual void paint(QPainter &painter, const PlotFrame &frame, const ChartTheme &theme) const = 0;
    /// The sign of a series in the legend.
    virtual void paintKey(QPainter &painter, const QRectF &box, std::size_t series, const PlotFrame &frame,
                          const ChartTheme &theme) const = 0;
    /// The point that is nearest to a place of the widget.
    virtual std::optional<ChartReadout> nearest(const QPointF &place, const PlotFrame &frame,
                                                const ChartTheme &theme) const = 0;
    /// All series, hidden ones too, as CSV with a header line.
    virtual std::string csv() const = 0;

    void hide(const QSet<QString> &names) { m_hidden = names; }
    const QSet<QString> &hidden() const { return m_hidden; }
    bool shown(std::size_t series) const { return !m_hidden.contains(name(series)); }

private:
    QSet<QString> m_hidden;
};

} // namespace patina
