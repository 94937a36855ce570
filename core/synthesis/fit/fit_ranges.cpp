#include "core/synthesis/fit/fit_ranges.h"

#include "core/synthesis/camera/rust_tint.h"
#include "core/synthesis/noise/portable_math.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

enum class Draw { Even, EvenLogarithm }; ///< how a model draws from a range

constexpr double swellOfAll = 0.35;  ///< DefectLook::swell of made cracks where CrackRanges::swell is 1
constexpr double taperOfEnds = 0.11; ///< CrackRanges::taper times DefectLook::endsOpen of made cracks
constexpr double meanOpening = 0.65; ///< of cracks, over that where they are widest
constexpr double lensDarkest = 0.92; ///< what the lens leaves of the darkness of a crack's middle
constexpr double edgeLight = 0.12;   ///< of a pit's mean light: its lit edges in the mask, and what the lens brings in
constexpr double metalAlbedo = 0.57; ///< as in damage_patch.cpp

double rounded(double value)
{
    if (value == 0.0)
        return 0.0;
    const double scale = std::pow(10.0, 2.0 - std::floor(std::log10(std::abs(value))));
    return std::round(value * scale) / scale;
}

/// The range about the median of which, on the side where the looks lie closer, a fifth lies beyond the same value as
/// of the looks. A few odd ones do not widen it: it reaches as far to one side as to the other, and not beyond all but
/// a twentieth of the looks.
template <typename Ranges>
void fit(std::span<const DefectLook> looks, const auto &valueOf, Draw draw, Range Ranges::*of, Ranges &ranges)
{
    std::vector<double> values;
    for (const DefectLook &look : looks)
        values.push_back(draw == Draw::EvenLogarithm ? std::log(std::max(1e-9, valueOf(look))) : valueOf(look));
    std::ranges::sort(values);
    const auto quantile = [&](double share) {
        const double at = share * static_cast<double>(values.size() - 1);
        const auto first = static_cast<std::size_t>(at);
        const double rest = at - static_cast<double>(first);
        return rest > 0.0 ? values[first] + rest * (values[first + 1] - values[first]) : values[first];
    };
    const double middle = quantile(0.5);
    const double below = middle - quantile(0.2);
    const double above = quantile(0.8) - middle;
    constexpr double whole = 5.0 / 3.0; // of an even draw: from the fifths to the ends
    Range range{std::max(quantile(0.05), middle - whole * std::min(below, above)),
                std::min(quantile(0.95), middle + whole * std::min(above, below))};
    if (draw == Draw::EvenLogarithm)
        range = {std::exp(range.low), std::exp(range.high)};
    const auto field = std::ranges::find(RangeTable<Ranges>::fields, of, &RangeOf<Ranges>::of);
    ranges.*of = {std::clamp(rounded(range.low), field->lowest, field->highest),
                  std::clamp(rounded(range.high), field->lowest, field->highest)};
}

/// Of the oxide on the bottom of a pit that reflects `light`: what comes out of a round hole with a flat bottom of that
/// depth (see PatchDefect::shadeCavities()), solved for the share that the bottom keeps.
double darknessOf(double light, const Range &depthToWidth)
{
    const double depth = std::sqrt(depthToWidth.low * depthToWidth.high); // drawn evenly over its logarithm
    const double sky = 1.0 / (1.0 + 4.0 * depth * depth);
    const double bottom = std::max(0.0, light - edgeLight) / (1.0 - edgeLight);
    return 1.0 - bottom / (sky + metalAlbedo * bottom * (1.0 - sky));
}

/// Of the oxide on the bottom that is brown: what its colour asks for, given how much light it takes.
double rustOf(double redOverBlue, double darkness)
{
    const double opticalDepth = -std::log(1.0 - std::clamp(darkness, 0.05, 0.95));
    return std::log(std::max(1e-3, redOverBlue)) / (static_cast<double>(rustBlue - rustRed) * opticalDepth);
}

void fitPits(std::span<const DefectLook> looks, double mmPerPixel, PitRanges &pit)
{
    const auto longest = [=](const DefectLook &look) {
        return mmPerPixel * std::sqrt(4.0 * look.areaPx / pi * look.longerThanWide);
    };
    fit(looks, longest, Draw::EvenLogarithm, &PitRanges::diameterMm, pit);
    fit(
        looks, [](const DefectLook &look) { return 1.0 / look.longerThanWide; }, Draw::Even, &PitRanges::widthToLength,
        pit);
    fit(
        looks, [&](const DefectLook &look) { return darknessOf(look.light, pit.depthToWidth); }, Draw::Even,
        &PitRanges::darkness, pit);
    fit(
        looks,
        [&](const DefectLook &look) { return rustOf(look.redOverBlue, darknessOf(look.light, pit.depthToWidth)); },
        Draw::Even, &PitRanges::rustShare, pit);
}

void fitCracks(std::span<const DefectLook> looks, double mmPerPixel, CrackRanges &crack)
{
    fit(
        looks, [=](const DefectLook &look) { return mmPerPixel * look.lengthPx; }, Draw::EvenLogarithm,
        &CrackRanges::lengthMm, crack);
    fit(
        looks,
        [=](const DefectLook &look) {
            return 1000.0 * mmPerPixel * look.blackWidthPx / (meanOpening * look.darkest / lensDarkest);
        },
        Draw::EvenLogarithm, &CrackRanges::openingUm, crack);
    fit(
        looks, [](const DefectLook &look) { return look.grainAngleDeg; }, Draw::Even, &CrackRanges::angleDeg, crack);
    fit(
        looks, [](const DefectLook &look) { return look.kinkDeg; }, Draw::Even, &CrackRanges::kinkDeg, crack);
    fit(
        looks, [](const DefectLook &look) { return taperOfEnds / std::max(0.01, look.endsOpen); }, Draw::Even,
        &CrackRanges::taper, crack);
    fit(
        looks, [](const DefectLook &look) { return look.swell / swellOfAll; }, Draw::Even, &CrackRanges::swell, crack);
}

} // namespace

std::vector<std::string_view> fittedKinds()
{
    return {"pit", "crack"};
}

Result<void> fitRanges(std::string_view kind, std::span<const DefectLook> looks, double mmPerPixel,
                       SynthesisRanges &ranges)
{
    const auto kinds = fittedKinds();
    if (std::ranges::find(kinds, kind) == kinds.end())
        return fail(ErrorCode::BadArgument, fmt::format("defects of kind '{}' cannot be fitted to real ones; {} can",
                                                        kind, fmt::join(kinds, " and ")));
    if (looks.size() < fewestLooks)
        return fail(ErrorCode::BadArgument,
                    fmt::format("{} regions of real defects for kind '{}' are large enough and lie on a lit surface; "
                                "{} are the fewest to fit ranges to",
                                looks.size(), kind, fewestLooks));
    if (kind == "pit")
        fitPits(looks, mmPerPixel, ranges.pit);
    else
        fitCracks(looks, mmPerPixel, ranges.crack);
    return {};
}

std::vector<DefectPlace> placesOf(std::span<const DefectLook> looks)
{
    constexpr double steps = 1e4; // of an image's side
    const auto share = [](double value) { return std::clamp(std::round(steps * value) / steps, 0.0, 1.0); };
    std::vector<DefectPlace> places;
    const std::size_t count = std::min(looks.size(), mostDefectPlaces);
    for (std::size_t i = 0; i < count; ++i) {
        const cv::Point2d &middle = looks[i * looks.size() / count].middle;
        places.push_back({share(middle.x), share(middle.y)});
    }
    return places;
}

} // namespace patina::synthesis
