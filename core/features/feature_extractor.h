#pragma once

#include "core/backbone/backbone.h"
#include "core/base/feature_matrix.h"
#include "core/base/job_context.h"
#include "core/image/image_source.h"
#include "core/network/device.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace patina {

/// Whole rows of an image's patch grid, in order from the top.
struct FeatureBand
{
    int firstRow = 0;
    int rows = 0;
    FeatureMatrix features; ///< rows * grid.columns x dimension, row-major over (row, column)
};

/// All patches of an image.
struct FeatureMap
{
    PatchGrid grid;
    FeatureMatrix features; ///< grid.count() x dimension
};

struct ExtractorSettings
{
    std::vector<std::string> layers; ///< empty: the backbone's default layers
    IntensityScale intensity;
    int threads = 0; ///< 0 = all cores
    int tilePx = 0;  ///< 0 = row streaming where the network can, else 1024 px tiles; > 0 forces tiles with halo
    Device device{};
};

/// Patch embeddings at native resolution: layer outputs averaged 3x3, raised to the finest grid, concatenated
/// (PatchCore, Roth et al. 2022, sec. 3.1). The map of a large image equals that of the same image in one piece within
/// 1e-3 of its maximum, and memory does not grow with the image's height.
class FeatureExtractor
{
public:
    using BandSink = std::function<Result<void>(FeatureBand &&)>;

    virtual ~FeatureExtractor() = default;

    /// Errors: BadArgument (unknown layer), BadFormat (missing or wrongly shaped tensor, named); Unsupported and
    /// Cancelled for a TorchScript module, which is run to find its strides and halo.
    static Result<std::unique_ptr<FeatureExtractor>> create(const Backbone &backbone, const ExtractorSettings &settings,
                                                            const JobContext &context = {});

    virtual int dimension() const = 0;
    virtual PatchGrid gridFor(cv::Size image) const = 0;

    /// Delivers the patch grid of `image` to `sink` in bands. Not reentrant: one call at a time per extractor.
    virtual Result<void> extract(ImageSource &image, const BandSink &sink, const JobContext &context) = 0;

    /// The same, gathered: for images whose features fit in memory.
    Result<FeatureMap> extractAll(ImageSource &image, const JobContext &context);
};

} // namespace patina
