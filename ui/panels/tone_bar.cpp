#include "ui/panels/tone_bar.h"

#include "ui/look.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace patina {

namespace {

constexpr int kBarHeight = 4 * kGrid;
constexpr int kHandleWidth = 7;

} // namespace

ToneBar::ToneBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ToneBar::setHistogram(std::vector<double> histogram, int fullScale)
{
    m_histogram = std::move(histogram);
    m_fullScale = fullScale;
    update();
}

void ToneBar::setTone(const ToneWindow &tone)
{
    m_tone = tone;
    update();
}

QSize ToneBar::sizeHint() const
{
    return {50 * kGrid, kBarHeight + kGrid};
}
QSize ToneBar::minimumSizeHint() const
{
    return {16 * kGrid, kBarHeight + kGrid};
}

QRect ToneBar::area() const
{
    return rect().adjusted(kGrid, kGrid / 2, -kGrid, -kGrid / 2);
}

int ToneBar::xOf(int value) const
{
    return area().left() + static_cast<int>(std::lround((area().width() - 1) * 1.0 * value / m_fullScale));
}

int ToneBar::valueAt(double x) const
{
    const double share = (x - area().left()) / std::max(1, area().width() - 1);
    return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * m_fullScale));
}

void ToneBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect bar = area();
    painter.fillRect(bar, palette().color(QPalette::Base));
    const int black = xOf(m_tone.black);
    const int white = xOf(m_tone.white);
    const double most = m_histogram.empty() ? 0.0 : std::ranges::max(m_histogram);
    for (int x = bar.left(); x <= bar.right() && most > 0.0; ++x) {
        const auto bin =
            static_cast<std::size_t>(x - bar.left()) * m_histogram.size() / static_cast<std::size_t>(bar.width());
        // Roots: the few values of a defect are seen beside those of the surface.
        const int height = static_cast<int>(std::lround(bar.height() * std::sqrt(m_histogram[bin] / most)));
        painter.setPen(palette().color(x < black || x > white ? QPalette::Mid : QPalette::WindowText));
        if (height > 0)
            painter.drawLine(x, bar.bottom(), x, bar.bottom() - height + 1);
    }
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(bar.adjusted(0, 0, -1, -1));
    painter.setRenderHint(QPainter::Antialiasing);
    paintHandle(painter, m_tone.black);
    paintHandle(painter, m_tone.white);
}

void ToneBar::paintHandle(QPainter &painter, int value) const
{
    const QRect handle(xOf(value) - kHandleWidth / 2, 0, kHandleWidth, height() - 1);
    painter.setPen(palette().color(QPalette::Base));
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.drawRoundedRect(handle, 2, 2);
}

void ToneBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const double x = event->position().x();
    m_held = std::abs(x - xOf(m_tone.black)) <= std::abs(x - xOf(m_tone.white)) ? Handle::Black : Handle::White;
    moveTo(x);
}

void ToneBar::mouseMoveEvent(QMouseEvent *event)
{
    if (m_held)
        moveTo(event->position().x());
}

void ToneBar::mouseReleaseEvent(QMouseEvent *)
{
    m_held.reset();
}

void ToneBar::moveTo(double x)
{
    ToneWindow tone = m_tone;
    if (m_held == Handle::Black)
        tone.black = std::min(valueAt(x), tone.white - 1);
    else
        tone.white = std::max(valueAt(x), tone.black + 1);
    if (tone == m_tone)
        return;
    setTone(tone);
    emit moved(tone);
}

} // namespace patina
