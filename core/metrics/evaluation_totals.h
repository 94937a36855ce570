#pragma once

#include "core/metrics/aupimo.h"
#include "core/metrics/evaluation.h"
#include "core/metrics/image_tally.h"
#include "core/metrics/score_histogram.h"

#include <cstdint>
#include <vector>

namespace patina {

/// Everything an evaluator keeps: additive, so that subsets can be joined.
struct EvaluationTotals
{
    Outcomes outcomes;
    EvaluationCounts counts;
    ScoreHistogram<std::uint64_t> normal;
    ScoreHistogram<std::uint64_t> defect;
    ScoreHistogram<double> overlap;
    ScoreHistogram<double> goodFpr;    ///< per good image: counts divided by its pixels
    std::vector<RecallSketch> recalls; ///< one per image with defect pixels
    std::int64_t goodPixels = 0;
    std::vector<ThresholdTally> thresholds; ///< review, reject, then that of SegF1 where there is one

    void add(const ImageTally &image, double imageScore);
    void add(const EvaluationTotals &other);
};

/// The figures of the totals.
Evaluation evaluationOf(const EvaluationTotals &totals, const std::vector<LabelClass> &classes,
                        const EvaluationSettings &settings);

} // namespace patina
