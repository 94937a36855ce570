#include "core/synthesis/noise/groove_field.h"

#include "core/synthesis/noise/counter_random.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr int marksPerCell = 8;
constexpr double shortest = 0.35; ///< of the typical length
constexpr double longest = 2.35;
// Integral of (1 - t^2)^4 over [-1, 1]: the square of the bump that is the profile across and along a mark.
constexpr double bumpSquared = 256.0 / 315.0;
constexpr double meanLength = shortest + (longest - shortest) / 3.0;

/// Many faint marks and few deep ones. Its mean square is 0.09 + 0.375 + 6.25 / 7.
float markDepth(float u)
{
    return 0.3F + 2.5F * u * u * u;
}
constexpr double depthSquared = 0.09 + 0.375 + 6.25 / 7.0;

/// A mark in coordinates of its major axis: centre, half length along that axis, the centre line's slope and bow.
struct Mark
{
    float along = 0.0F;
    float across = 0.0F;
    float halfLength = 0.0F;
    float slope = 0.0F;
    float bow = 0.0F;
    float depth = 0.0F;
    float halfWidth = 0.0F;
};

/// The plane seen with its major axis first: `Steep` swaps columns and rows.
template <bool Steep>
void addMark(const Mark &mark, const cv::Rect &area, cv::Mat1f &plane)
{
    const int alongStart = Steep ? area.y : area.x;
    const int alongEnd = Steep ? area.y + area.height : area.x + area.width;
    const int acrossStart = Steep ? area.x : area.y;
    const int acrossEnd = Steep ? area.x + area.width : area.y + area.height;
    const float reach = std::abs(mark.slope) * mark.halfLength + std::abs(mark.bow) + mark.halfWidth;
    if (mark.across + reach < static_cast<float>(acrossStart) || mark.across - reach > static_cast<float>(acrossEnd))
        return;
    const int first = std::max(alongStart, static_cast<int>(std::ceil(mark.along - mark.halfLength)));
    const int last = std::min(alongEnd - 1, static_cast<int>(std::floor(mark.along + mark.halfLength)));
    const float perLength = 1.0F / mark.halfLength;
    const float perWidth = 1.0F / mark.halfWidth;
    for (int a = first; a <= last; ++a) {
        const float offset = static_cast<float>(a) - mark.along;
        const float t = offset * perLength;
        const float fade = 1.0F - t * t;
        const float height = mark.depth * fade * fade;
        const float centre = mark.across + mark.slope * offset + mark.bow * t * t;
        const int from = std::max(acrossStart, static_cast<int>(std::ceil(centre - mark.halfWidth)));
        const int to = std::min(acrossEnd - 1, static_cast<int>(std::floor(centre + mark.halfWidth)));
        for (int b = from; b <= to; ++b) {
            const float d = (static_cast<float>(b) - centre) * perWidth;
            const float profile = 1.0F - d * d;
            const int row = (Steep ? a : b) - area.y;
            const int column = (Steep ? b : a) - area.x;
            plane(row, column) += height * profile * profile;
        }
    }
}

struct Strewing
{
    double cell = 1.0;
    double halfAxis = 1.0; ///< typical half length along the major axis
    float depth = 1.0F;
    double slope = 0.0; ///< of the brushing against the major axis
    double slopeSpread = 0.0;
};

/// Density and depth that give the scale's coverage and deviation.
Strewing strewingOf(const GrooveScale &scale, double cosine, double sine, bool steep)
{
    const double major = std::abs(steep ? sine : cosine);
    Strewing strewing;
    strewing.halfAxis = 0.5 * scale.lengthPx * major;
    strewing.slope = steep ? cosine / sine : sine / cosine;
    strewing.slopeSpread = scale.spreadDeg * pi / 180.0 / (major * major);
    const double markArea = 2.0 * scale.halfWidthPx * 2.0 * strewing.halfAxis * meanLength;
    const double density = scale.coverage / markArea;
    strewing.cell = std::sqrt(marksPerCell / density);
    const double energy = depthSquared * bumpSquared * bumpSquared * scale.halfWidthPx * strewing.halfAxis * meanLength;
    strewing.depth = static_cast<float>(scale.deviation / std::sqrt(density * energy));
    return strewing;
}

Mark markOf(const GrooveScale &scale, const Strewing &strewing, std::int64_t cellAlong, std::int64_t cellAcross, int i)
{
    const std::uint64_t place = latticeKey(scale.key + static_cast<std::uint64_t>(i), cellAlong, cellAcross);
    const std::uint64_t shape = mix64(place + 0x9E3779B97F4A7C15ULL);
    const auto at = [&](std::int64_t cell, std::uint64_t bits) {
        return static_cast<float>((static_cast<double>(cell) + static_cast<double>(bits & 0xFFFFFFFFU) * 0x1p-32) *
                                  strewing.cell);
    };
    const float u = unit16(shape, 0);
    const float length = static_cast<float>(shortest) + static_cast<float>(longest - shortest) * u * u;
    Mark mark;
    mark.along = at(cellAlong, place);
    mark.across = at(cellAcross, place >> 32);
    mark.halfLength = std::max(2.0F, static_cast<float>(strewing.halfAxis) * length);
    // Two uniforms make a triangle: enough like a normal for a spread of directions.
    const float turn = (unit16(shape, 1) - unit16(mix64(shape), 0)) * 2.45F;
    mark.slope = static_cast<float>(strewing.slope) + static_cast<float>(strewing.slopeSpread) * turn;
    mark.bow = (unit16(shape, 2) - 0.5F) * 0.012F * mark.halfLength;
    const float signedUnit = unit16(shape, 3) * 2.0F - 1.0F;
    mark.depth = strewing.depth * (signedUnit < 0.0F ? -markDepth(-signedUnit) : markDepth(signedUnit));
    mark.halfWidth = static_cast<float>(scale.halfWidthPx);
    return mark;
}

template <bool Steep>
void strew(const GrooveScale &scale, const Strewing &strewing, const cv::Rect &area, cv::Mat1f &plane)
{
    const double longestHalf = std::max(2.0, strewing.halfAxis * longest);
    const double sideways =
        (std::abs(strewing.slope) + 2.5 * strewing.slopeSpread + 0.006) * longestHalf + scale.halfWidthPx;
    const auto cellOf = [&](double position) {
        return static_cast<std::int64_t>(std::floor(position / strewing.cell));
    };
    const double alongStart = Steep ? area.y : area.x;
    const double acrossStart = Steep ? area.x : area.y;
    const std::int64_t firstAlong = cellOf(alongStart - longestHalf);
    const std::int64_t lastAlong = cellOf(alongStart + (Steep ? area.height : area.width) + longestHalf);
    const std::int64_t firstAcross = cellOf(acrossStart - sideways);
    const std::int64_t lastAcross = cellOf(acrossStart + (Steep ? area.width : area.height) + sideways);
    for (std::int64_t across = firstAcross; across <= lastAcross; ++across)
        for (std::int64_t along = firstAlong; along <= lastAlong; ++along)
            for (int i = 0; i < marksPerCell; ++i)
                addMark<Steep>(markOf(scale, strewing, along, across, i), area, plane);
}

} // namespace

void addGrooves(const GrooveScale &scale, double cosine, double sine, const cv::Rect &area, cv::Mat1f &plane)
{
    const bool steep = std::abs(sine) > std::abs(cosine);
    const Strewing strewing = strewingOf(scale, cosine, sine, steep);
    if (steep)
        strew<true>(scale, strewing, area, plane);
    else
        strew<false>(scale, strewing, area, plane);
}

} // namespace patina::synthesis
