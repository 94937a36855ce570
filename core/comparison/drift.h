#pragma once

#include "core/base/result.h"
#include "core/comparison/two_samples.h"
#include "core/metrics/intervals.h"

#include <cstdint>
#include <span>
#include <string>

namespace patina {

struct DriftSettings
{
    double alpha = 0.01; ///< below it a p-value warns, in (0, 1)
    double reviewThreshold = 1.0;
};

/// One of the two samples.
struct SampleSummary
{
    std::int64_t images = 0;
    double median = 0.0;
    std::int64_t aboveReview = 0; ///< at or above it
    Interval share95;             ///< exact, two-sided (Clopper and Pearson): of the share above review
};

/// Scores of new good parts against those of the held-out good parts that the score scale was made of.
struct Drift
{
    SampleSummary heldOut;
    SampleSummary fresh;
    RankSum rankSum;       ///< are the new ones higher?
    LargestGap gap;        ///< is their distribution another one in any way: lower, wider, in two heaps?
    double rankSumP = 1.0; ///< adjusted for two tests (holmAdjusted)
    double gapP = 1.0;
    double p = 1.0; ///< the smaller of the two: of any such finding, were nothing different
    double alpha = 0.01;

    bool warns() const { return p < alpha; }
};

/// The least number of new images with which `alpha` can be reached at all.
std::int64_t imagesForDrift(std::int64_t heldOut, double alpha);
/// What is said where there are fewer.
std::string tooFewForDrift(std::int64_t heldOut, std::int64_t fresh, double alpha);

/// Takes independent images: pictures of one part resemble each other, and p is then too small. A rise says that the
/// parts or the camera have changed, not that the parts are bad.
/// \param heldOut, fresh image scores on the model's scale, in any order.
/// Errors: BadArgument (no held-out score, a score that is not finite, alpha out of its range, too few images to reach
/// it: says how many it takes).
Result<Drift> driftOf(std::span<const double> heldOut, std::span<const double> fresh, const DriftSettings &settings);

} // namespace patina
