#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace patina {

/// Everything that scores at one value (or within one bin), as the threshold falls past it.
struct RankStep
{
    double threshold = 0.0; ///< scores at or above it are counted
    double negatives = 0.0;
    double positives = 0.0;
    double overlap = 0.0; ///< sum of 1 / area over the region pixels: what the step adds to the sum of region overlaps
    bool operator==(const RankStep &) const = default;
};

struct RankedScore
{
    double score = 0.0;
    bool positive = false;
};

/// Steps in falling order, equal scores in one step. \param scores finite.
std::vector<RankStep> rankSteps(std::vector<RankedScore> scores);

/// Area under the ROC curve, ties counted half (trapezoids). Needs positives and negatives.
double aurocOf(std::span<const RankStep> steps);

/// Sum over steps of precision times gained recall, not interpolated (scikit-learn's average_precision_score).
double averagePrecisionOf(std::span<const RankStep> steps);

struct BestF1
{
    double f1 = 0.0;
    double threshold = 0.0; ///< the highest that reaches it
};
BestF1 bestF1Of(std::span<const RankStep> steps);

/// Share of negatives that pass (score below the threshold) at the threshold that passes the most of them while at most
/// `percent` % of the positives pass: PGn of Baitieva et al. (Beyond Academic Benchmarks, CVPR workshops 2025), with
/// the bound kept exactly for any number of images. Needs positives and negatives. \param percent 0..100.
double passedGoodOf(std::span<const RankStep> steps, int percent);

/// Share of positives that are stopped (score at or above the threshold) at the threshold that stops the most of them
/// while at most `percent` % of the negatives are: PBn, likewise.
double stoppedBadOf(std::span<const RankStep> steps, int percent);

/// Area under the per-region-overlap curve (mean overlap of regions against FPR over negatives) up to `fprLimit`,
/// linearly interpolated at the limit and divided by it (Bergmann et al., MVTec AD, IJCV 2021). Needs regions and
/// negatives.
double auproOf(std::span<const RankStep> steps, std::int64_t regions, double fprLimit);

struct CurvePoint
{
    double x = 0.0;
    double y = 0.0;
    double threshold = 0.0; ///< infinity at the start, where nothing is flagged
    bool operator==(const CurvePoint &) const = default;
};

std::vector<CurvePoint> rocCurve(std::span<const RankStep> steps);                       ///< FPR, TPR
std::vector<CurvePoint> prCurve(std::span<const RankStep> steps);                        ///< recall, precision
std::vector<CurvePoint> proCurve(std::span<const RankStep> steps, std::int64_t regions); ///< FPR, mean region overlap

/// Points that are at least `spacing` apart in x or y, the first and the last always: enough to draw and to read off.
std::vector<CurvePoint> thinned(const std::vector<CurvePoint> &points, double spacing = 0.001);

} // namespace patina
