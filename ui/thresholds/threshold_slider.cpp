#include "ui/thresholds/threshold_slider.h"

#include "ui/look.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr int kBins = 60;
constexpr int kHistogramHeight = 40;
constexpr int kHandle = 7; // half of its width
constexpr double kStep = 0.01;

} // namespace

ThresholdSlider::ThresholdSlider(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("thresholdSlider"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ThresholdSlider::sizeHint() const
{
    return {30 * kGrid, kHistogramHeight + 2 * kGrid};
}

QSize ThresholdSlider::minimumSizeHint() const
{
    return {16 * kGrid, sizeHint().height()};
}

void ThresholdSlider::setRange(const ScoreRange &range)
{
    m_range = range;
    setEnabled(range.calibrated());
    update();
}

void ThresholdSlider::setScores(const std::vector<double> &scores)
{
    m_bins.assign(kBins, 0);
    for (const double score : scores)
        ++m_bins[static_cast<std::size_t>(std::clamp(score / m_range.top, 0.0, 1.0) * (kBins - 1))];
    update();
}

QRect ThresholdSlider::track() const
{
    return {kHandle + 1, 2, width() - 2 * kHandle - 2, kHistogramHeight};
}

double ThresholdSlider::xOf(double score) const
{
    return track().left() + track().width() * std::clamp(score / m_range.top, 0.0, 1.0);
}

double ThresholdSlider::scoreAt(double x) const
{
    const double score = m_range.top * (x - track().left()) / std::max(1, track().width());
    return std::clamp(std::round(score / kStep) * kStep, 0.0, m_range.top);
}

void ThresholdSlider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintHistogram(painter);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(track().bottomLeft(), track().bottomRight());
    if (!m_range.calibrated())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    paintHandle(painter, *m_range.review, verdictColour(Verdict::Review, palette()));
    paintHandle(painter, *m_range.reject, verdictColour(Verdict::Ng, palette()));
}

/// Square roots: a few bad parts among thousands of good ones are seen, too.
void ThresholdSlider::paintHistogram(QPainter &painter) const
{
    if (m_bins.empty())
        return;
    const int most = std::max(1, *std::ranges::max_element(m_bins));
    const double width = static_cast<double>(track().width()) / kBins;
    painter.setPen(Qt::NoPen);
    for (int bin = 0; bin < kBins; ++bin) {
        const int count = m_bins[static_cast<std::size_t>(bin)];
        if (count == 0)
            continue;
        const double middle = m_range.top * (bin + 0.5) / kBins;
        const Verdict verdict =
            m_range.calibrated() ? verdictFor(middle, *m_range.review, *m_range.reject) : Verdict::Ok;
        QColor colour = verdictColour(verdict, palette());
        colour.setAlpha(isEnabled() ? 170 : 80);
        painter.setBrush(colour);
        const double height = std::max(2.0, track().height() * std::sqrt(static_cast<double>(count) / most));
        painter.drawRect(
            QRectF(track().left() + bin * width, track().bottom() - height, std::max(1.0, width - 1.0), height));
    }
}

void ThresholdSlider::paintHandle(QPainter &painter, double score, const QColor &colour) const
{
    const double x = xOf(score);
    const double bottom = track().bottom();
    painter.setPen(QPen(colour, 2));
    painter.drawLine(QPointF(x, track().top()), QPointF(x, bottom));
    QPainterPath grip;
    grip.moveTo(x, bottom);
    grip.lineTo(x + kHandle, bottom + kHandle);
    grip.lineTo(x + kHandle, bottom + 2 * kHandle);
    grip.lineTo(x - kHandle, bottom + 2 * kHandle);
    grip.lineTo(x - kHandle, bottom + kHandle);
    grip.closeSubpath();
    painter.setPen(QPen(palette().color(QPalette::Base), 1));
    painter.setBrush(colour);
    painter.drawPath(grip);
}

void ThresholdSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_range.calibrated())
        return;
    const double x = event->position().x();
    const double toReview = std::abs(x - xOf(*m_range.review));
    const double toReject = std::abs(x - xOf(*m_range.reject));
    // On top of each other: the one that can go where the mouse is.
    const bool review = toReview < toReject || (toReview == toReject && x < xOf(*m_range.review));
    m_held = review ? Handle::Review : Handle::Reject;
    moveTo(x);
}

void ThresholdSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (m_held != Handle::None)
        moveTo(event->position().x());
}

void ThresholdSlider::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_held == Handle::None)
        return;
    m_held = Handle::None;
    emit released();
}

/// One threshold does not pass the other.
void ThresholdSlider::moveTo(double x)
{
    const double score = scoreAt(x);
    if (m_held == Handle::Review)
        m_range.review = std::min(score, *m_range.reject);
    else
        m_range.reject = std::max(score, *m_range.review);
    update();
    emit moved(*m_range.review, *m_range.reject);
}

} // namespace patina
