#include "core/synthesis/defects/scratch.h"
#include "core/synthesis/impurities/water_stain.h"
#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/scene.h"

#include <algorithm>
#include <array>

namespace patina {

namespace {

constexpr std::string_view stainOverScratch = "stain-over-scratch";
constexpr std::string_view scratchInStain = "scratch-in-stain";
constexpr std::string_view hairline = "hairline";

} // namespace

std::vector<std::string_view> synthesisAmbiguities()
{
    return {stainOverScratch, scratchInStain, hairline};
}

bool ambiguityNeedsStain(std::string_view ambiguity)
{
    return ambiguity == stainOverScratch || ambiguity == scratchInStain;
}

namespace synthesis {

namespace {

/// Part of a range: from and to are shares of its span.
Range within(const Range &range, double from, double to)
{
    const double span = range.high - range.low;
    return {range.low + from * span, range.low + to * span};
}

/// A single scratch whose length is a share of the stain's radius, so that the stain covers it.
ScratchRanges coveredScratch(const SynthesisSpec &spec, double radiusMm, bool hardlySeen)
{
    ScratchRanges ranges = spec.ranges.scratch;
    const double pixelUm = 1000.0 * spec.mmPerPixel;
    ranges.lengthMm = hardlySeen ? Range{0.25 * radiusMm, 0.6 * radiusMm} : Range{0.8 * radiusMm, 1.4 * radiusMm};
    ranges.bendDeg = within(ranges.bendDeg, 0.0, 0.4);
    if (hardlySeen) {
        ranges.widthUm = {0.45 * pixelUm, 0.8 * pixelUm};
        ranges.depthToWidth = within(ranges.depthToWidth, 0.0, 0.35);
    } else {
        ranges.widthUm = within(ranges.widthUm, 0.0, 0.3);
    }
    return ranges;
}

/// A shallow scratch, narrower than a pixel, along the marks of machining: one of them, or not.
ScratchRanges hairlineScratch(const SynthesisSpec &spec)
{
    ScratchRanges ranges = spec.ranges.scratch;
    const double pixelUm = 1000.0 * spec.mmPerPixel;
    ranges.widthUm = {0.3 * pixelUm, 0.6 * pixelUm};
    ranges.depthToWidth = within(ranges.depthToWidth, 0.0, 0.4);
    ranges.angleDeg = {-9.0, 9.0};
    ranges.bendDeg = {0.0, 4.0};
    return ranges;
}

WaterStainRanges coveringStain(const SynthesisSpec &spec, double radiusMm)
{
    WaterStainRanges ranges = spec.ranges.waterStain;
    ranges.radiusMm = {radiusMm, radiusMm};
    ranges.wipedShare = {0.0, 0.0};
    ranges.film = within(ranges.film, 0.5, 1.0);
    return ranges;
}

} // namespace

Scene createAmbiguousScene(const SynthesisSpec &spec, std::uint64_t imageSeed, std::string_view ambiguity,
                           const ExemplarDraw &exemplar)
{
    Scene scene = createScene(spec, imageSeed, "", exemplar);
    const std::uint64_t key = subKey(subKey(imageSeed, "ambiguous"), ambiguity);
    CounterRandom random(key);
    Place place = placeIn(scene);
    place.centrePx =
        cv::Point2d(random.uniform(0.25, 0.75) * scene.size.width, random.uniform(0.25, 0.75) * scene.size.height);
    if (ambiguity == hairline) {
        scene.defects.push_back(std::make_unique<Scratch>(hairlineScratch(spec), place, subKey(key, "scratch")));
        return scene;
    }
    const double largestMm = 0.22 * std::min(scene.size.width, scene.size.height) * scene.mmPerPixel;
    const double radiusMm = std::min(random.in(within(spec.ranges.waterStain.radiusMm, 0.3, 1.0)), largestMm);
    scene.defects.push_back(std::make_unique<Scratch>(coveredScratch(spec, radiusMm, ambiguity == scratchInStain),
                                                      place, subKey(key, "scratch")));
    scene.impurities.push_back(
        std::make_unique<WaterStain>(coveringStain(spec, radiusMm), place, subKey(key, "stain")));
    return scene;
}

} // namespace synthesis

} // namespace patina
