#pragma once

#include "ui/charts/chart_content.h"

#include <vector>

namespace patina {

/// Curves with bands, and points with error bars.
class Curves : public ChartContent
{
public:
    void set(std::vector<ChartSeries> series) { m_series = std::move(series); }
    const std::vector<ChartSeries> &series() const { return m_series; }

    std::size_t count() const override { return m_series.size(); }
    QString name(std::size_t series) const override { return m_series[series].name; }
    std::optional<ChartSpan> span(ChartAxisSide side, const ChartAxis &axis) const override;
    void paint(QPainter &painter, const PlotFrame &frame, const ChartTheme &theme) const override;
    void paintKey(QPainter &painter, const QRectF &box, std::size_t series, const PlotFrame &frame,
                  const ChartTheme &theme) const override;
    std::optional<ChartReadout> nearest(const QPointF &place, const PlotFrame &frame,
                                        const ChartTheme &theme) const override;
    /// Columns series, x, y, low, high.
    std::string csv() const override;

private:
    QColor colour(std::size_t series, const ChartTheme &theme) const;
    QPen pen(std::size_t series, const ChartTheme &theme) const;
    void paintBand(QPainter &painter, const PlotFrame &frame, std::size_t series, const QColor &colour) const;
    void paintLine(QPainter &painter, const PlotFrame &frame, std::size_t series, const ChartTheme &theme) const;
    void paintDots(QPainter &painter, const PlotFrame &frame, std::size_t series, const ChartTheme &theme) const;
    void paintErrorBar(QPainter &painter, const PlotFrame &frame, const ChartSeries &series, std::size_t point) const;

    std::vector<ChartSeries> m_series;
};

} // namespace patina
