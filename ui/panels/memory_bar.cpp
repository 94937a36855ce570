#include "ui/panels/memory_bar.h"

#include "ui/look.h"

#include <QPainter>

#include <algorithm>
#include <numeric>

namespace patina {

namespace {

constexpr double kRoomAboveBudget = 1.15;

} // namespace

MemoryBar::MemoryBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MemoryBar::show(const std::array<qint64, kParts> &parts, qint64 budget)
{
    m_parts = parts;
    m_budget = budget;
    update();
}

qint64 MemoryBar::total() const
{
    return std::accumulate(m_parts.begin(), m_parts.end(), qint64{0});
}

QColor MemoryBar::colourOf(std::size_t part) const
{
    constexpr std::array<QRgb, kParts> light{0xff5b6b73, 0xff8d6fb3, 0xff3f8fc4, 0xff1f7a6d};
    constexpr std::array<QRgb, kParts> dark{0xff8b9aa1, 0xffb59ad8, 0xff5fb0e6, 0xff35b58f};
    return QColor((isDark(palette()) ? dark : light)[std::min(part, kParts - 1)]);
}

QSize MemoryBar::sizeHint() const
{
    return {20 * kGrid, 2 * kGrid};
}

void MemoryBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 2.5, -0.5, -2.5);
    painter.setPen(palette().color(QPalette::Midlight));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(frame, 3, 3);
    const double scale = std::max(static_cast<double>(total()), kRoomAboveBudget * static_cast<double>(m_budget));
    if (scale <= 0.0)
        return;
    const QRectF inner = frame.adjusted(1, 1, -1, -1);
    double left = inner.left();
    for (std::size_t part = 0; part < kParts; ++part) {
        const double width = inner.width() * static_cast<double>(m_parts[part]) / scale;
        painter.fillRect(QRectF(left, inner.top(), width, inner.height()), colourOf(part));
        left += width;
    }
    if (m_budget <= 0)
        return;
    const double at = inner.left() + inner.width() * static_cast<double>(m_budget) / scale;
    painter.setPen(
        QPen(total() > m_budget ? verdictColour(Verdict::Ng, palette()) : palette().color(QPalette::Text), 2));
    painter.drawLine(QPointF(at, 0), QPointF(at, height()));
}

} // namespace patina
