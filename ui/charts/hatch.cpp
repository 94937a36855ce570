#include "ui/charts/hatch.h"

#include "ui/charts/plot_frame.h"

#include <QColor>
#include <QPainter>

#include <array>
#include <cmath>
#include <vector>

namespace patina {

namespace {

constexpr double kGap = 6.0;

/// Parallel lines x * across.x() + y * across.y() = n * gap.
struct Hatching
{
    QPointF across;
    double gap = kGap;
};
const Hatching kRising{{0.7071, 0.7071}};
const Hatching kFalling{{0.7071, -0.7071}};
const Hatching kLevel{{0.0, 1.0}, kGap - 1.0};
const Hatching kUpright{{1.0, 0.0}, kGap - 1.0};
const std::array<std::vector<Hatching>, 7> kPatterns{std::vector<Hatching>{},
                                                     std::vector<Hatching>{kRising},
                                                     std::vector<Hatching>{kFalling},
                                                     std::vector<Hatching>{kLevel},
                                                     std::vector<Hatching>{kRising, kFalling},
                                                     std::vector<Hatching>{kUpright},
                                                     std::vector<Hatching>{kLevel, kUpright}};

void paintLines(QPainter &painter, const QRectF &box, const Hatching &hatching)
{
    const QPointF across = hatching.across;
    const QPointF along(-across.y(), across.x());
    const double middle = QPointF::dotProduct(box.center(), across);
    const double half = std::hypot(box.width(), box.height()) / 2.0;
    const double length = half + 1.0;
    const double centre = QPointF::dotProduct(box.center(), along);
    for (double n = std::ceil((middle - half) / hatching.gap); n * hatching.gap <= middle + half; ++n) {
        const QPointF at = across * (n * hatching.gap) + along * centre;
        for (const QPolygonF &part : clippedLine({at - along * length, at + along * length}, box))
            painter.drawPolyline(part);
    }
}

} // namespace

void paintHatch(QPainter &painter, const QRectF &box, const QColor &fill, const QColor &lines, int pattern)
{
    painter.fillRect(box, fill);
    painter.setPen(QPen(lines, 1.0));
    for (const Hatching &hatching : kPatterns[static_cast<std::size_t>(pattern) % kPatterns.size()])
        paintLines(painter, box, hatching);
}

} // namespace patina
