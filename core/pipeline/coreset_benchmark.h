#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/dataset/dataset.h"
#include "core/pipeline/benchmark_result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace patina {

struct CoresetBenchmarkRequest
{
    std::optional<Dataset> dataset; ///< features of its good training images; none: made rows
    std::string backbone = "efficientnet-lite0";
    std::filesystem::path backboneFolder; ///< empty: the user's data folder
    std::int64_t maxImages = 60;          ///< 0 = all
    std::int64_t madeRows = 100'000;      ///< without a data set
    int projectionDim = 128;              ///< 0: none
    double share = 0.01;                  ///< of the rows that are picked
    std::uint64_t seed = 0;
    int threads = 0;
};

/// Selection of a coreset: greedySelect() beside plain farthest-first on as many threads, which brings every distance
/// up to date after every pick. Progress stages: "features", "coreset", "baseline".
/// Errors: those of the images and the backbone, BadArgument (share outside (0, 1]), Cancelled.
Result<BenchmarkResult> benchmarkCoreset(const CoresetBenchmarkRequest &request, const JobContext &context);

} // namespace patina
