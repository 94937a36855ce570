#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/dataset/dataset.h"
#include "core/pipeline/benchmark_result.h"

#include <cstdint>
#include <filesystem>

namespace patina {

struct SearchBenchmarkRequest
{
    std::filesystem::path model;          ///< whose bank is searched
    Dataset dataset;                      ///< its test images are the queries
    std::filesystem::path backboneFolder; ///< empty: the user's data folder
    std::int64_t maxImages = 20;          ///< the first; 0 = all
    int threads = 0;
};

/// Exact search for the nearest row of every patch: NeighbourIndex beside FAISS's flat index on as many threads, the
/// making of both indices included. BenchmarkResult: rows of the bank, picks = queries, radius = the largest distance;
/// identical: no row of FAISS is nearer, none farther by more than its rounding (1e-3 of the distance). Progress
/// stages: "features", "search", "baseline". Errors: those of loadModel, the backbone and the images, NotFound (no test
/// images), Cancelled.
Result<BenchmarkResult> benchmarkSearch(const SearchBenchmarkRequest &request, const JobContext &context);

} // namespace patina
