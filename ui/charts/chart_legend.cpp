#include "ui/charts/chart_legend.h"

#include "ui/look.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr double kKeyWidth = 28.0;
constexpr double kKeyHeight = 12.0;
constexpr double kKeyGap = 6.0;
constexpr double kEntryGap = 12.0;
constexpr double kLongestName = 180.0;
constexpr int kWide = 520; // room enough for a legend beside the plot
constexpr double kWidestShare = 0.3;

} // namespace

QMargins ChartLegend::arrange(const QSize &size, int top, const ChartContent &content, const ChartTheme &theme)
{
    m_entries.clear();
    if (content.count() < 2)
        return {};
    const QFontMetricsF metrics(theme.font);
    const double longest = std::min(kLongestName, size.width() * kWidestShare);
    double widest = 0.0;
    for (std::size_t s = 0; s < content.count(); ++s) {
        const QString name = content.name(s);
        const QString text = metrics.elidedText(name, Qt::ElideMiddle, longest);
        const double width = kKeyWidth + kKeyGap + std::ceil(metrics.horizontalAdvance(text));
        m_entries.push_back({QRectF(0, 0, width, 0), text, text != name});
        widest = std::max(widest, width);
    }
    const double height = std::ceil(std::max(metrics.height(), kKeyHeight)) + kGrid / 2.0;
    for (Entry &entry : m_entries)
        entry.box.setHeight(height);
    const bool fits = height * static_cast<double>(m_entries.size()) <= size.height() - top - 2 * kGrid;
    return size.width() >= kWide && fits ? beside(size, top, widest) : above(size, top, height);
}

QMargins ChartLegend::beside(const QSize &size, int top, double widest)
{
    const double left = size.width() - widest - kGrid;
    double y = top + kGrid;
    for (Entry &entry : m_entries) {
        entry.box.moveTopLeft({left, y});
        entry.box.setWidth(widest);
        y += entry.box.height();
    }
    return {0, 0, static_cast<int>(std::ceil(widest)) + kGrid, 0};
}

/// Row by row, as words on a page.
QMargins ChartLegend::above(const QSize &size, int top, double entryHeight)
{
    double x = kGrid;
    double y = top + kGrid / 2.0;
    for (Entry &entry : m_entries) {
        if (x > kGrid && x + entry.box.width() > size.width() - kGrid) {
            x = kGrid;
            y += entryHeight;
        }
        entry.box.moveTopLeft({x, y});
        x = entry.box.right() + kEntryGap;
    }
    return {0, static_cast<int>(std::ceil(y + entryHeight)) - top, 0, 0};
}

void ChartLegend::paint(QPainter &painter, const ChartContent &content, const PlotFrame &frame,
                        const ChartTheme &theme) const
{
    for (std::size_t s = 0; s < std::min(m_entries.size(), content.count()); ++s) {
        const Entry &entry = m_entries[s];
        const QRectF key(entry.box.left(), entry.box.center().y() - kKeyHeight / 2.0, kKeyWidth, kKeyHeight);
        painter.save();
        painter.setOpacity(content.shown(s) ? 1.0 : 0.3);
        content.paintKey(painter, key, s, frame, theme);
        painter.restore();
        painter.setFont(theme.font);
        painter.setPen(content.shown(s) ? theme.text : theme.muted);
        const QRectF words = entry.box.adjusted(kKeyWidth + kKeyGap, 0, kGrid, 0);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, entry.text);
        if (!content.shown(s)) {
            const double width = QFontMetricsF(theme.font).horizontalAdvance(entry.text);
            painter.drawLine(words.center() - QPointF(words.width() / 2.0, 0),
                             QPointF(words.left() + width, words.center().y()));
        }
    }
}

std::optional<std::size_t> ChartLegend::at(const QPointF &place) const
{
    for (std::size_t s = 0; s < m_entries.size(); ++s)
        if (m_entries[s].box.contains(place))
            return s;
    return {};
}

} // namespace patina
