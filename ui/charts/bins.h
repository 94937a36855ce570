#pragma once

#include "ui/charts/chart_content.h"

#include <vector>

namespace patina {

enum class BinForm {
    Stacked,  ///< one on top of the other, filled with patterns
    Outlines, ///< each from zero, over each other
};

/// Counts over bins. On a logarithmic axis always as outlines: there the height of a stacked part says nothing.
class Bins : public ChartContent
{
public:
    /// Edges that are not finite and ascending are no bins.
    void set(ChartBins bins);
    const ChartBins &bins() const { return m_bins; }
    void setForm(BinForm form) { m_form = form; }
    BinForm form() const { return m_form; }

    std::size_t count() const override { return m_bins.series.size(); }
    QString name(std::size_t series) const override { return m_bins.series[series].name; }
    std::optional<ChartSpan> span(ChartAxisSide side, const ChartAxis &axis) const override;
    void paint(QPainter &painter, const PlotFrame &frame, const ChartTheme &theme) const override;
    void paintKey(QPainter &painter, const QRectF &box, std::size_t series, const PlotFrame &frame,
                  const ChartTheme &theme) const override;
    std::optional<ChartReadout> nearest(const QPointF &place, const PlotFrame &frame,
                                        const ChartTheme &theme) const override;
    /// Columns series, from, to, count.
    std::string csv() const override;

private:
    std::size_t binCount() const;
    double countAt(std::size_t series, std::size_t bin) const;
    int slotOf(std::size_t series) const;
    QColor colour(std::size_t series, const ChartTheme &theme) const;
    void paintStacks(QPainter &painter, const PlotFrame &frame, const ChartTheme &theme) const;
    void paintOutline(QPainter &painter, const PlotFrame &frame, std::size_t series, const ChartTheme &theme) const;
    std::vector<QPolygonF> outlines(const PlotFrame &frame, std::size_t series) const;
    bool stacked(const PlotFrame &frame) const;

    ChartBins m_bins;
    BinForm m_form = BinForm::Stacked;
};

} // namespace patina
