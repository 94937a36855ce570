#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace patina {

struct FeaturesBenchmarkRequest
{
    std::string backbone = "efficientnet-lite0";
    std::filesystem::path backboneFolder; ///< empty: the user's data folder
    std::filesystem::path image;          ///< empty: a made one of `size`
    cv::Size size{4096, 3072};
    int rounds = 3; ///< every way runs once a round: what slows the machine slows all of them
    int threads = 0;
};

/// One way of computing what a backbone gives for one image.
struct FeaturesWay
{
    std::string name;
    double seconds = 0.0;           ///< the fastest round
    std::int64_t peakBytes = 0;     ///< resident, above what was before
    double largestDifference = 0.0; ///< from ours, as a part of the largest magnitude; 0 for ours
};

struct FeaturesBenchmark
{
    cv::Size size;
    int dim = 0; ///< of patch features

    /// The layers' outputs alone: ours in strips, then LibTorch on the whole image in one piece.
    FeaturesWay network, untiled;
    /// Patch features: ours in strips, then LibTorch in tiles of 1024 px with halo.
    FeaturesWay features, tiled;
};

/// Errors: those of loadBackbone and openImage, Unsupported (a TorchScript backbone), OutOfMemory, Cancelled. Progress
/// stage: "rounds".
Result<FeaturesBenchmark> benchmarkFeatures(const FeaturesBenchmarkRequest &request, const JobContext &context);

} // namespace patina
