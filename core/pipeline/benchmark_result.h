#pragma once

#include <cstdint>
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
    std::optional<bool> identical; ///< the results of both are the same; none: they are not meant to be
    std::int64_t rows = 0;
    int dim = 0;
    std::int64_t picks = 0;
    double radiusL2 = 0.0;
    std::int64_t peakBytes = 0;         ///< of the process when ours was done, which runs first
    std::int64_t baselinePeakBytes = 0; ///< when the baseline was done

    double ratio() const { return seconds > 0.0 ? baselineSeconds / seconds : 0.0; }
};

} // namespace patina
