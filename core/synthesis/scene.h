#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/synthesis/camera/light_rig.h"
#include "core/synthesis/camera/sensor.h"
#include "core/synthesis/models.h"
#include "core/synthesis/surfaces/exemplar_images.h"
#include "core/synthesis/synthesis_spec.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace patina::synthesis {

/// What one image shows: everything drawn from the specification's ranges by the image's own seed.
/// Surface, light, camera and defects have streams of their own: impurities never change them.
struct Scene
{
    cv::Size size;
    double mmPerPixel = 0.02;
    std::uint64_t seed = 0;
    std::unique_ptr<SurfaceModel> surface;
    std::vector<std::unique_ptr<DefectModel>> defects;
    std::vector<std::unique_ptr<ImpurityModel>> impurities;
    std::unique_ptr<LightRig> light;
    std::unique_ptr<Sensor> sensor;
};

/// \param spec validated. \param imageSeed see imageSeedOf().
/// \param defectClass empty: a good part.
/// \param exemplar what loadExemplar() made of spec.exemplar; must be there for the surface "exemplar".
Scene createScene(const SynthesisSpec &spec, std::uint64_t imageSeed, const std::string &defectClass,
                  const ExemplarDraw &exemplar = {});

/// The same with images of one size: where photos are taken whole, one that each of them holds.
SynthesisSpec cutToSmallest(const SynthesisSpec &spec, const std::shared_ptr<const ExemplarImages> &exemplar);

/// What defects and impurities need to know of the scene: its surface, light and pose.
Place placeIn(const Scene &scene);

/// A scene of one of synthesisAmbiguities(): a defect that nobody can be sure of; the stain of such a case is one of
/// the scene's impurities, so that the clean version shows the same surface and defect without it.
Scene createAmbiguousScene(const SynthesisSpec &spec, std::uint64_t imageSeed, std::string_view ambiguity,
                           const ExemplarDraw &exemplar = {});

/// The seed of one image: a function of its split and number, not of how many other images there are.
std::uint64_t imageSeedOf(std::uint64_t seed, std::string_view split, int number);

/// Images of one scene, CV_8UC3 or of more than 8 bits CV_16UC3, with their masks (CV_8UC1, 0 or 255, by class; classes
/// without a pixel are left out).
struct RenderedScene
{
    cv::Mat clean;   ///< empty where not asked for
    cv::Mat stained; ///< differs from `clean` within the impurity masks, the lens blur around them and
                     ///< the blocks that a photo was stored in only
    std::map<std::string, cv::Mat1b> defectMasks;
    std::map<std::string, cv::Mat1b> impurityMasks; ///< empty for the clean version
};

/// Takes the rows from `top` on: images and masks are as high as the strip.
using StripSink = std::function<Result<void>(int top, const RenderedScene &strip)>;

/// Renders strips of `stripRows` from top to bottom; the pixels do not depend on it. No image is ever held as a whole.
/// Errors: Cancelled, those of the sink.
Result<void> renderStrips(const Scene &scene, SynthesisVersion version, const JobContext &context, int stripRows,
                          const StripSink &sink);

/// Renders in strips of `stripRows`; the pixels do not depend on it.
/// Errors: Cancelled.
Result<RenderedScene> renderScene(const Scene &scene, SynthesisVersion version, const JobContext &context,
                                  int stripRows = 128);

/// The same pixels of one rectangle of the image. \param area within the image, not empty. \param threads at least 1.
/// Errors: Cancelled.
Result<RenderedScene> renderArea(const Scene &scene, SynthesisVersion version, const cv::Rect &area, int threads,
                                 const JobContext &context);

/// The height field with its defects, in micrometres: for tests and measurements.
cv::Mat1f heightOf(const Scene &scene, const cv::Rect &area);

} // namespace patina::synthesis
