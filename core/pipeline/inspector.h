#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/image/image_source.h"
#include "core/network/device.h"
#include "core/pipeline/model.h"
#include "core/scoring/score_map.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace patina {

struct InspectorSettings
{
    int threads = 0;                      ///< 0 = all cores
    std::filesystem::path backboneFolder; ///< empty: the user's data folder
    std::filesystem::path featureCache{}; ///< folder that features are kept in and read from; empty: none
    Device device{};
};

/// One image against one model.
struct Inspection
{
    ImageInfo image;    ///< as scored: after the model's scale
    cv::Size mapSize;   ///< of the score map: that of `image`
    double score = 0.0; ///< maximum of the smoothed map, on the model's scale
    Verdict verdict = Verdict::Ok;
    PatchDistances patches;
};

/// Scores images with a trained model. One call at a time per inspector.
class Inspector
{
public:
    virtual ~Inspector() = default;

    /// Errors: those of loadModel; NotFound (backbone not installed), VersionMismatch (backbone of another hash),
    /// Cancelled.
    static Result<std::unique_ptr<Inspector>> open(const std::filesystem::path &model,
                                                   const InspectorSettings &settings, const JobContext &context = {});
    static Result<std::unique_ptr<Inspector>> create(Model model, const InspectorSettings &settings,
                                                     const JobContext &context = {});

    virtual const ModelInfo &model() const = 0;
    /// Where the rows of the bank come from; PatchDistances::nearest indexes it.
    virtual const std::vector<PatchRef> &origins() const = 0;

    /// Opens an image file as the model wants it: reduced by the model's scale. Errors: those of openImage.
    Result<std::unique_ptr<ImageSource>> openScaled(const std::filesystem::path &image,
                                                    const JobContext &context = {}) const;
    /// The same for an image that has been opened.
    Result<std::unique_ptr<ImageSource>> scaled(std::unique_ptr<ImageSource> image) const;

    /// Scores an image opened by openScaled; the map goes to `sink` in row bands and is never held whole. An empty
    /// sink: score only. Errors: Unsupported (another bit depth than the model's), those of reading and searching,
    /// Cancelled.
    virtual Result<Inspection> inspect(ImageSource &image, const MapRowSink &sink, const JobContext &context) = 0;

    /// The same for a file, with the whole map (CV_32FC1, mapSize) for images that fit.
    struct WithMap
    {
        Inspection inspection;
        cv::Mat map;
    };
    Result<WithMap> inspectFile(const std::filesystem::path &image, const JobContext &context);
};

} // namespace patina
