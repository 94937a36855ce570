#include "core/synthesis/scene.h"

#include "core/synthesis/catalogue.h"
#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/surfaces/exemplar_surface.h"

#include <algorithm>
#include <iterator>

namespace patina {

namespace {

template <typename Entries>
std::vector<std::string_view> namesOf(const Entries &entries)
{
    std::vector<std::string_view> names;
    for (const auto &entry : entries)
        names.push_back(entry.name);
    return names;
}

} // namespace

std::vector<std::string_view> synthesisSurfaces()
{
    return namesOf(synthesis::surfaceEntries());
}
std::vector<std::string_view> synthesisDefects()
{
    return namesOf(synthesis::defectEntries());
}
std::vector<std::string_view> synthesisImpurities()
{
    return namesOf(synthesis::impurityEntries());
}

namespace synthesis {

namespace {

template <typename Entries>
const auto &entryOf(const Entries &entries, std::string_view name)
{
    return *std::ranges::find(entries, name, [](const auto &entry) { return entry.name; });
}

SynthesisSpec cutTo(SynthesisSpec spec, cv::Size size)
{
    spec.exemplar.whole = false;
    spec.widthPx = size.width;
    spec.heightPx = size.height;
    return spec;
}

/// Of what the image shows.
std::vector<cv::Point2d> placesIn(const Scene &scene, const SynthesisSpec &spec, const std::string &defectClass)
{
    std::vector<cv::Point2d> seen;
    const auto places = spec.places.find(defectClass);
    if (places == spec.places.end())
        return seen;
    for (const DefectPlace &place : places->second) {
        const cv::Point2d at = scene.surface->pixelOf(place.x, place.y, scene.size);
        if (at.x >= 0.0 && at.y >= 0.0 && at.x <= scene.size.width && at.y <= scene.size.height)
            seen.push_back(at);
    }
    return seen;
}

} // namespace

std::uint64_t imageSeedOf(std::uint64_t seed, std::string_view split, int number)
{
    return subKey(subKey(subKey(seed, "image"), split), static_cast<std::uint64_t>(number));
}

SynthesisSpec cutToSmallest(const SynthesisSpec &spec, const ExemplarPtr &exemplar)
{
    if (exemplar == nullptr || !spec.exemplar.whole)
        return spec;
    cv::Size size(spec.widthPx, spec.heightPx);
    for (std::size_t i = 0; i < exemplar->photos.count(); ++i) {
        const cv::Size photo = exemplar->photos.sizeOf(i);
        size = {std::min(size.width, photo.width), std::min(size.height, photo.height)};
    }
    return cutTo(spec, size);
}

Place placeIn(const Scene &scene)
{
    const Material material = scene.surface->material();
    Place place{scene.size, scene.mmPerPixel, material.grainCosine, material.grainSine, material.grainDeg};
    place.surface = scene.surface.get();
    place.poseKey = subKey(scene.seed, "pose");
    const LightArrival lamp = scene.light->middleArrival();
    place.shadowX = 2.0F * lamp.halfSlopeX; // the half vector leans half as far as the lamp
    place.shadowY = 2.0F * lamp.halfSlopeY;
    return place;
}

Scene createScene(const SynthesisSpec &spec, std::uint64_t imageSeed, const std::string &defectClass,
                  const ExemplarDraw &exemplar)
{
    if (takesWholePhotos(spec))
        return createScene(cutTo(spec, ExemplarSurface::photoSize(exemplar, subKey(imageSeed, spec.surface))),
                           imageSeed, defectClass, exemplar);
    Scene scene;
    scene.size = {spec.widthPx, spec.heightPx};
    scene.mmPerPixel = spec.mmPerPixel;
    scene.seed = imageSeed;
    scene.surface = entryOf(surfaceEntries(), spec.surface).make(spec, subKey(imageSeed, spec.surface), exemplar);
    const Material material = scene.surface->material();
    LightRanges light = spec.ranges.light;
    if (material.texture == TextureKind::Lit)
        light.ambient = spec.ranges.exemplar.softLight;
    scene.light = std::make_unique<LightRig>(spec.light, light, scene.size, material, subKey(imageSeed, "light"));
    scene.sensor = std::make_unique<Sensor>(spec.ranges.camera, material, spec.bitDepth, subKey(imageSeed, "camera"));
    Place place = placeIn(scene);
    if (!defectClass.empty()) {
        place.where = placesIn(scene, spec, defectClass);
        scene.defects = entryOf(defectEntries(), defectClass).make(spec, place, subKey(imageSeed, defectClass));
    }
    for (const std::string &impurity : spec.impurities)
        std::ranges::move(entryOf(impurityEntries(), impurity).make(spec, place, subKey(imageSeed, impurity)),
                          std::back_inserter(scene.impurities));
    return scene;
}

} // namespace synthesis

} // namespace patina
