#include "core/synthesis/scene.h"

#include "core/synthesis/brushed_surface.h"
#include "core/synthesis/counter_random.h"
#include "core/synthesis/scratch.h"
#include "core/synthesis/water_stain.h"

#include <algorithm>

namespace patina {

namespace {

// What this build can make; the makers below know the same names.
constexpr std::string_view surfaces[] = {"brushed"};
constexpr std::string_view defects[] = {"scratch"};
constexpr std::string_view impurities[] = {"water-stain"};

} // namespace

std::span<const std::string_view> synthesisSurfaces()
{
    return surfaces;
}
std::span<const std::string_view> synthesisDefects()
{
    return defects;
}
std::span<const std::string_view> synthesisImpurities()
{
    return impurities;
}

namespace synthesis {

namespace {

std::unique_ptr<SurfaceModel> makeSurface(const SynthesisSpec &spec, std::uint64_t key)
{
    return std::make_unique<BrushedSurface>(spec.ranges.surface, spec.mmPerPixel, key);
}

void addScratches(const SynthesisSpec &spec, std::uint64_t key, Scene &scene)
{
    CounterRandom random(subKey(key, "count"));
    const int count = std::max(1, random.wholeIn(spec.ranges.scratch.perImage));
    const nlohmann::ordered_json surface = scene.surface->parameters();
    const DefectPlace place{scene.size, scene.mmPerPixel, surface.value("directionDeg", 0.0)};
    for (int i = 0; i < count; ++i)
        scene.defects.push_back(
            std::make_unique<Scratch>(spec.ranges.scratch, place, subKey(key, static_cast<std::uint64_t>(i))));
}

void addWaterStains(const SynthesisSpec &spec, std::uint64_t key, Scene &scene)
{
    const WaterStainRanges &ranges = spec.ranges.waterStain;
    CounterRandom random(subKey(key, "count"));
    if (!random.chance(random.in(ranges.imageShare)))
        return;
    const int count = std::max(1, random.wholeIn(ranges.perImage));
    const Material material = scene.surface->material();
    const ImpurityPlace place{scene.size, scene.mmPerPixel, material.grainCosine, material.grainSine};
    for (int i = 0; i < count; ++i)
        scene.impurities.push_back(
            std::make_unique<WaterStain>(ranges, place, subKey(key, static_cast<std::uint64_t>(i))));
}

} // namespace

std::uint64_t imageSeedOf(std::uint64_t seed, std::string_view split, int number)
{
    return subKey(subKey(subKey(seed, "image"), split), static_cast<std::uint64_t>(number));
}

Scene createScene(const SynthesisSpec &spec, std::uint64_t imageSeed, const std::string &defectClass)
{
    Scene scene;
    scene.size = {spec.widthPx, spec.heightPx};
    scene.mmPerPixel = spec.mmPerPixel;
    scene.seed = imageSeed;
    scene.surface = makeSurface(spec, subKey(imageSeed, spec.surface));
    scene.light = std::make_unique<LightRig>(spec.light, spec.ranges.light, scene.size, scene.surface->material(),
                                             subKey(imageSeed, "light"));
    scene.sensor = std::make_unique<Sensor>(spec.ranges.camera, subKey(imageSeed, "camera"));
    if (defectClass == "scratch")
        addScratches(spec, subKey(imageSeed, defectClass), scene);
    for (const std::string &impurity : spec.impurities)
        if (impurity == "water-stain")
            addWaterStains(spec, subKey(imageSeed, impurity), scene);
    return scene;
}

} // namespace synthesis

} // namespace patina
