#include "core/comparison/drift.h"

#include "core/comparison/holm.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace patina {
namespace {

constexpr double tests = 2.0;
constexpr double eachSide = 0.975; ///< of a two-sided interval at 95 %

SampleSummary summary(std::span<const double> scores, double reviewThreshold)
{
    std::vector<double> sorted(scores.begin(), scores.end());
    std::ranges::sort(sorted);
    SampleSummary found;
    found.images = std::ssize(sorted);
    found.median = quantileOf(sorted, 0.5);
    found.aboveReview = sorted.end() - std::ranges::lower_bound(sorted, reviewThreshold);
    found.share95 = {exactLower(found.aboveReview, found.images, eachSide),
                     exactUpper(found.aboveReview, found.images, eachSide)};
    return found;
}

Result<void> check(std::span<const double> heldOut, std::span<const double> fresh, const DriftSettings &settings)
{
    if (!(settings.alpha > 0.0 && settings.alpha < 1.0))
        return fail(ErrorCode::BadArgument, fmt::format("alpha {} is not between 0 and 1", settings.alpha));
    if (heldOut.empty())
        return fail(ErrorCode::BadArgument,
                    "the model keeps no held-out scores to compare with: patina-cli model calibrate MODEL DIR makes "
                    "them, DIR with good images");
    for (const auto &scores : {heldOut, fresh})
        if (!std::ranges::all_of(scores, [](double score) { return std::isfinite(score); }))
            return fail(ErrorCode::BadArgument, "a score is not a finite number");
    if (std::ssize(fresh) < imagesForDrift(std::ssize(heldOut), settings.alpha))
        return fail(ErrorCode::BadArgument, tooFewForDrift(std::ssize(heldOut), std::ssize(fresh), settings.alpha));
    return {};
}

} // namespace

std::int64_t imagesForDrift(std::int64_t heldOut, double alpha)
{
    std::int64_t images = 1;
    while (!(tests * leastRankSumP(heldOut, images) < alpha))
        ++images;
    return images;
}

std::string tooFewForDrift(std::int64_t heldOut, std::int64_t fresh, double alpha)
{
    return fmt::format("{} new images against {} held out cannot show p < {:g}, whatever their scores: it takes {} new "
                       "ones",
                       fresh, heldOut, alpha, imagesForDrift(heldOut, alpha));
}

Result<Drift> driftOf(std::span<const double> heldOut, std::span<const double> fresh, const DriftSettings &settings)
{
    if (auto checked = check(heldOut, fresh, settings); !checked)
        return failFrom(std::move(checked));
    Drift drift;
    drift.alpha = settings.alpha;
    drift.heldOut = summary(heldOut, settings.reviewThreshold);
    drift.fresh = summary(fresh, settings.reviewThreshold);
    drift.rankSum = mannWhitney(heldOut, fresh);
    drift.gap = kolmogorovSmirnov(heldOut, fresh);
    const std::vector<double> adjusted = holmAdjusted(std::array{drift.rankSum.p, drift.gap.p});
    drift.rankSumP = adjusted[0];
    drift.gapP = adjusted[1];
    drift.p = std::min(drift.rankSumP, drift.gapP);
    return drift;
}

} // namespace patina
