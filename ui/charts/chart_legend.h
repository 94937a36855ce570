#pragma once

#include "ui/charts/chart_content.h"

#include <QMargins>
#include <QSize>

#include <optional>
#include <vector>

namespace patina {

/// The names of the series with their signs: beside a wide plot, above a narrow one, never over the data.
class ChartLegend
{
public:
    /// Places the entries of the content on a widget. \param top pixels above that are taken.
    /// \returns the room it takes from the widget; none with less than two series.
    QMargins arrange(const QSize &size, int top, const ChartContent &content, const ChartTheme &theme);
    void paint(QPainter &painter, const ChartContent &content, const PlotFrame &frame, const ChartTheme &theme) const;
    /// The series whose entry is at a place of the widget.
    std::optional<std::size_t> at(const QPointF &place) const;
    /// Where the entry of a series is.
    QRectF entry(std::size_t series) const { return m_entries[series].box; }
    /// Whether its name is shortened.
    bool shortened(std::size_t series) const { return m_entries[series].shortened; }

private:
    struct Entry
    {
        QRectF box;
        QString text;
        bool shortened = false;
    };
    QMargins beside(const QSize &size, int top, double widest);
    QMargins above(const QSize &size, int top, double entryHeight);

    std::vector<Entry> m_entries;
};

} // namespace patina
