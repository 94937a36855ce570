#pragma once

#include "ui/charts/chart_content.h"

#include <optional>
#include <vector>

class QPainter;

namespace patina {

/// The labelled vertical lines of a chart. Those that can be dragged keep their order: none passes another.
class ChartMarks
{
public:
    void set(std::vector<ChartMark> marks) { m_marks = std::move(marks); }
    const std::vector<ChartMark> &all() const { return m_marks; }
    std::optional<std::size_t> find(const QString &id) const;
    /// The next that can be dragged, in the order of the list. \param from none: before the first, or after the last.
    std::optional<std::size_t> next(std::optional<std::size_t> from, int direction) const;

    /// The lines of which one may be meant at a place, nearest first; several where they lie on each other.
    std::vector<std::size_t> at(const QPointF &place, const PlotFrame &frame, const ChartTheme &theme,
                                ChartUnit unit) const;
    /// Moves a line as near to a value as its step, its neighbours and the limits allow. \returns whether it moved.
    bool move(std::size_t mark, double wanted, const ChartSpan &limits);

    /// Height of the labels above the plot; 0 without marks.
    double stripHeight(const ChartTheme &theme) const;
    /// \param active drawn as the one that keys move.
    void paint(QPainter &painter, const PlotFrame &frame, const ChartTheme &theme, ChartUnit unit,
               std::optional<std::size_t> active) const;
    /// "Review: 0.42"
    QString spoken(std::size_t mark, ChartUnit unit, const QLocale &locale) const;

private:
    struct Label
    {
        QRectF box;
        QString text;
    };
    std::vector<Label> labels(const PlotFrame &frame, const ChartTheme &theme, ChartUnit unit) const;
    bool inside(std::size_t mark, const PlotFrame &frame) const;
    void paintLabel(QPainter &painter, const Label &label, std::size_t mark, const ChartTheme &theme,
                    const QColor &colour) const;

    std::vector<ChartMark> m_marks;
};

} // namespace patina
