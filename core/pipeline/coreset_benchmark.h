#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/dataset/dataset.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace patina {

/// Ours beside a named baseline, both run in the same call on the same data.
struct BenchmarkResult
{
    std::string name;
    std::string baseline;
    double seconds = 0.0;
    double baselineSeconds = 0.0;
    bool identical = false; ///< the results of both are the same
    std::int64_t rows = 0;
    int dim = 0;
    std::int64_t picks = 0;
    double radiusL2 = 0.0;

    double ratio() const { return seconds > 0.0 ? baselineSeconds / seconds : 0.0; }
};

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
