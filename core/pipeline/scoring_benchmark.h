#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace patina {

struct ScoringBenchmarkRequest
{
    std::filesystem::path model;
    std::vector<std::filesystem::path> images;
    std::filesystem::path backboneFolder; ///< empty: the user's data folder
    int threads = 0;
};

/// Where the time of scoring goes, in seconds, over all images.
struct ScoringSplit
{
    double decode = 0.0;
    double features = 0.0;
    double search = 0.0;
    double map = 0.0; ///< raised to image size, smoothed

    double total() const { return decode + features + search + map; }
};

struct ScoringBenchmark
{
    std::int64_t images = 0;
    double megapixels = 0.0;
    std::int64_t patches = 0;
    std::int64_t rows = 0; ///< of the bank
    int dim = 0;
    double seconds = 0.0;       ///< as `score` works, stages overlapping where they do
    ScoringSplit split;         ///< the same stages one after another
    ScoringSplit baseline;      ///< LibTorch on the whole image, FAISS flat
    std::int64_t peakBytes = 0; ///< resident
    std::int64_t baselinePeakBytes = 0;
    double largestDifference = 0.0; ///< between the distances of both, as a part of the largest
    bool identical = false; ///< overlapped and one after another give the same bits, and a distance to every row
                            ///< of the bank, measured one by one for some patches, is none smaller
};

/// Scoring images with a model, beside the same by LibTorch and FAISS. Progress stage: "images".
/// Errors: those of Inspector and openImage, BadArgument (no images), Cancelled.
Result<ScoringBenchmark> benchmarkScoring(const ScoringBenchmarkRequest &request, const JobContext &context);

} // namespace patina
