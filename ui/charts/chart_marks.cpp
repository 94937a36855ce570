#include "ui/charts/chart_marks.h"

#include "ui/charts/chart_numbers.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace patina {

namespace {

constexpr double kReachPx = 7.0; // to both sides of a line
constexpr double kSamePx = 1.0;
constexpr double kLabelPadding = 5.0;
constexpr double kLabelGap = 4.0;

/// The multiple of the step that is nearest.
double rounded(double value, double step)
{
    // A division by 100 is nearer to a decimal than a product with 0.01.
    const double inverse = std::round(1.0 / step);
    if (std::abs(inverse * step - 1.0) < 1e-9)
        return std::round(value * inverse) / inverse;
    return std::round(value / step) * step;
}

QColor colourOf(const ChartMark &mark, const ChartTheme &theme)
{
    return mark.colour.isValid() ? readableOn(mark.colour, theme.area) : theme.text;
}

} // namespace

std::optional<std::size_t> ChartMarks::find(const QString &id) const
{
    const auto found = std::ranges::find(m_marks, id, &ChartMark::id);
    if (found == m_marks.end())
        return {};
    return static_cast<std::size_t>(found - m_marks.begin());
}

std::optional<std::size_t> ChartMarks::next(std::optional<std::size_t> from, int direction) const
{
    const auto count = static_cast<std::ptrdiff_t>(m_marks.size());
    std::ptrdiff_t i = from ? static_cast<std::ptrdiff_t>(*from) + direction : direction > 0 ? 0 : count - 1;
    for (; i >= 0 && i < count; i += direction)
        if (m_marks[static_cast<std::size_t>(i)].draggable)
            return static_cast<std::size_t>(i);
    return {};
}

bool ChartMarks::inside(std::size_t mark, const PlotFrame &frame) const
{
    const double x = frame.x.toPixel(m_marks[mark].value);
    return x >= frame.area.left() - kSamePx && x <= frame.area.right() + kSamePx;
}

std::vector<std::size_t> ChartMarks::at(const QPointF &place, const PlotFrame &frame, const ChartTheme &theme,
                                        ChartUnit unit) const
{
    const std::vector<Label> boxes = labels(frame, theme, unit);
    for (std::size_t i = 0; i < m_marks.size(); ++i)
        if (m_marks[i].draggable && boxes[i].box.contains(place))
            return {i};
    if (place.y() < frame.area.top() || place.y() > frame.area.bottom())
        return {};
    const auto distance = [&](std::size_t i) { return std::abs(frame.x.toPixel(m_marks[i].value) - place.x()); };
    std::vector<std::size_t> near;
    for (std::size_t i = 0; i < m_marks.size(); ++i)
        if (m_marks[i].draggable && inside(i, frame) && distance(i) <= kReachPx)
            near.push_back(i);
    std::ranges::stable_sort(near, {}, distance);
    if (!near.empty())
        std::erase_if(near, [&, least = distance(near.front())](std::size_t i) {
            return std::abs(distance(i) - least) > kSamePx;
        });
    std::ranges::sort(near);
    return near;
}

bool ChartMarks::move(std::size_t mark, double wanted, const ChartSpan &limits)
{
    ChartMark &moved = m_marks[mark];
    if (!std::isfinite(wanted))
        return false;
    double value = moved.step > 0.0 ? rounded(wanted, moved.step) : wanted;
    if (value < limits.low || value > limits.high)
        value = std::clamp(wanted, limits.low, limits.high);
    if (const auto before = next(mark, -1))
        value = std::max(value, m_marks[*before].value);
    if (const auto after = next(mark, 1))
        value = std::min(value, m_marks[*after].value);
    if (value == moved.value)
        return false;
    moved.value = value;
    return true;
}

double ChartMarks::stripHeight(const ChartTheme &theme) const
{
    return m_marks.empty() ? 0.0 : QFontMetricsF(theme.font).height() + 2.0 + kLabelGap;
}

std::vector<ChartMarks::Label> ChartMarks::labels(const PlotFrame &frame, const ChartTheme &theme, ChartUnit unit) const
{
    const QFontMetricsF metrics(theme.font);
    std::vector<Label> placed(m_marks.size());
    std::vector<std::size_t> order(m_marks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t i) { return !inside(i, frame); });
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return m_marks[i].value; });
    double free = frame.area.left();
    for (const std::size_t i : order) {
        const QString value = ChartNumbers::atStep(m_marks[i].value, m_marks[i].step, unit, theme.locale);
        placed[i].text = m_marks[i].label.isEmpty() ? value : m_marks[i].label + QLatin1Char(' ') + value;
        const double width = metrics.horizontalAdvance(placed[i].text) + 2 * kLabelPadding;
        const double left = std::max(frame.x.toPixel(m_marks[i].value) - width / 2.0, free);
        placed[i].box =
            QRectF(left, frame.area.top() - metrics.height() - 2.0 - kLabelGap / 2.0, width, metrics.height() + 2.0);
        free = placed[i].box.right() + kLabelGap;
    }
    // Back from the right end, where they would stick out.
    double end = frame.area.right();
    for (auto i = order.crbegin(); i != order.crend(); ++i) {
        QRectF &box = placed[*i].box;
        box.moveRight(std::min(box.right(), end));
        end = box.left() - kLabelGap;
    }
    return placed;
}

void ChartMarks::paint(QPainter &painter, const PlotFrame &frame, const ChartTheme &theme, ChartUnit unit,
                       std::optional<std::size_t> active) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font);
    const std::vector<Label> boxes = labels(frame, theme, unit);
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        if (boxes[i].text.isEmpty())
            continue;
        const QColor colour = colourOf(m_marks[i], theme);
        const double x = frame.x.toPixel(m_marks[i].value);
        QPen pen(colour, active == i ? 3.0 : 2.0, m_marks[i].draggable ? Qt::SolidLine : Qt::DashLine);
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.drawLine(QPointF(x, frame.area.top()), QPointF(x, frame.area.bottom()));
        paintLabel(painter, boxes[i], i, theme, colour);
        if (active == i) {
            painter.setPen(QPen(theme.accent, 2.0));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(boxes[i].box.adjusted(-2, -2, 2, 2), 4, 4);
        }
    }
}

/// Filled where it can be dragged, so that it looks like a handle.
void ChartMarks::paintLabel(QPainter &painter, const Label &label, std::size_t mark, const ChartTheme &theme,
                            const QColor &colour) const
{
    const bool handle = m_marks[mark].draggable;
    painter.setPen(handle ? QPen(Qt::NoPen) : QPen(colour, 1.0));
    painter.setBrush(handle ? colour : theme.ground);
    painter.drawRoundedRect(label.box, 3, 3);
    const bool white = contrastRatio(colour, Qt::white) >= contrastRatio(colour, Qt::black);
    painter.setPen(handle ? QColor(white ? Qt::white : Qt::black) : theme.text);
    painter.drawText(label.box, Qt::AlignCenter, label.text);
}

QString ChartMarks::spoken(std::size_t mark, ChartUnit unit, const QLocale &locale) const
{
    const ChartMark &said = m_marks[mark];
    return QStringLiteral("%1: %2").arg(said.label, ChartNumbers::atStep(said.value, said.step, unit, locale));
}

} // namespace patina
