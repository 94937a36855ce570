#include "core/synthesis/catalogue.h"

#include "core/synthesis/defects/chip.h"
#include "core/synthesis/defects/crack.h"
#include "core/synthesis/defects/defect_places.h"
#include "core/synthesis/defects/dent.h"
#include "core/synthesis/defects/gouge.h"
#include "core/synthesis/defects/pit.h"
#include "core/synthesis/defects/placement.h"
#include "core/synthesis/defects/pore_cluster.h"
#include "core/synthesis/defects/scratch.h"
#include "core/synthesis/defects/tool_mark.h"
#include "core/synthesis/impurities/coolant.h"
#include "core/synthesis/impurities/dust.h"
#include "core/synthesis/impurities/fingerprint.h"
#include "core/synthesis/impurities/oil_film.h"
#include "core/synthesis/impurities/sticker.h"
#include "core/synthesis/impurities/water_stain.h"
#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/surfaces/brushed_surface.h"
#include "core/synthesis/surfaces/cast_surface.h"
#include "core/synthesis/surfaces/exemplar_surface.h"
#include "core/synthesis/surfaces/milled_parallel_surface.h"
#include "core/synthesis/surfaces/milled_spiral_surface.h"
#include "core/synthesis/surfaces/polished_surface.h"
#include "core/synthesis/surfaces/sandblasted_surface.h"

#include <algorithm>
#include <cassert>

namespace patina::synthesis {

namespace {

template <typename Model, auto Ranges>
std::unique_ptr<SurfaceModel> makeSurface(const SynthesisSpec &spec, std::uint64_t key, const ExemplarDraw &)
{
    return std::make_unique<Model>(spec.ranges.*Ranges, spec.mmPerPixel, key);
}

std::unique_ptr<SurfaceModel> makeExemplar(const SynthesisSpec &spec, std::uint64_t key, const ExemplarDraw &exemplar)
{
    assert(exemplar.images != nullptr);
    return std::make_unique<ExemplarSurface>(exemplar, spec.ranges.retake, cv::Size(spec.widthPx, spec.heightPx), key);
}

std::unique_ptr<SurfaceModel> makeMilledSpiral(const SynthesisSpec &spec, std::uint64_t key, const ExemplarDraw &)
{
    return std::make_unique<MilledSpiralSurface>(spec.ranges.milledSpiral, cv::Size(spec.widthPx, spec.heightPx),
                                                 spec.mmPerPixel, key);
}

/// As many as ranges.perImage, at least one; those that find no room at a distance from the others are left out.
template <typename Model, auto Ranges>
std::vector<std::unique_ptr<DefectModel>> makeDefects(const SynthesisSpec &spec, const Place &place, std::uint64_t key)
{
    CounterRandom random(subKey(key, "count"));
    const auto &ranges = spec.ranges.*Ranges;
    const int count = std::max(1, random.wholeIn(ranges.perImage));
    std::vector<std::unique_ptr<DefectModel>> made;
    for (int i = 0; i < count; ++i)
        addApart(made, subKey(key, static_cast<std::uint64_t>(i)), [&](std::uint64_t own) {
            Place here = place;
            if (!place.where.empty())
                here.centrePx = drawnPlace(place.where, own);
            return std::make_unique<Model>(ranges, here, own);
        });
    return made;
}

/// On a share ranges.imageShare of the images as many as ranges.perImage, at least one.
template <typename Model, auto Ranges>
std::vector<std::unique_ptr<ImpurityModel>> makeImpurities(const SynthesisSpec &spec, const Place &place,
                                                           std::uint64_t key)
{
    CounterRandom random(subKey(key, "count"));
    const auto &ranges = spec.ranges.*Ranges;
    std::vector<std::unique_ptr<ImpurityModel>> made;
    if (!random.chance(random.in(ranges.imageShare)))
        return made;
    const int count = std::max(1, random.wholeIn(ranges.perImage));
    for (int i = 0; i < count; ++i)
        made.push_back(std::make_unique<Model>(ranges, place, subKey(key, static_cast<std::uint64_t>(i))));
    return made;
}

using All = SynthesisRanges;

constexpr SurfaceEntry surfaces[] = {
    {"sandblasted", makeSurface<SandblastedSurface, &All::sandblasted>},
    {"milled-parallel", makeSurface<MilledParallelSurface, &All::milledParallel>},
    {"milled-spiral", makeMilledSpiral},
    {"brushed", makeSurface<BrushedSurface, &All::brushed>},
    {"polished", makeSurface<PolishedSurface, &All::polished>},
    {"cast", makeSurface<CastSurface, &All::cast>},
    {"exemplar", makeExemplar},
};
constexpr DefectEntry defects[] = {
    {"scratch", makeDefects<Scratch, &All::scratch>},
    {"dent", makeDefects<Dent, &All::dent>},
    {"pit", makeDefects<Pit, &All::pit>},
    {"crack", makeDefects<Crack, &All::crack>},
    {"chip", makeDefects<Chip, &All::chip>},
    {"gouge", makeDefects<Gouge, &All::gouge>},
    {"tool-mark", makeDefects<ToolMark, &All::toolMark>},
    {"pore-cluster", makeDefects<PoreCluster, &All::poreCluster>},
};
constexpr ImpurityEntry impurities[] = {
    {"water-stain", makeImpurities<WaterStain, &All::waterStain>},
    {"fingerprint", makeImpurities<Fingerprint, &All::fingerprint>},
    {"sticker", makeImpurities<Sticker, &All::sticker>},
    {"oil-film", makeImpurities<OilFilm, &All::oilFilm>},
    {"dust", makeImpurities<Dust, &All::dust>},
    {"coolant", makeImpurities<Coolant, &All::coolant>},
};

} // namespace

std::span<const SurfaceEntry> surfaceEntries()
{
    return surfaces;
}
std::span<const DefectEntry> defectEntries()
{
    return defects;
}
std::span<const ImpurityEntry> impurityEntries()
{
    return impurities;
}

} // namespace patina::synthesis
