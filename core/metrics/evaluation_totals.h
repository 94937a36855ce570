#pragma once

#include "core/metrics/aupimo.h"
#include "core/metrics/evaluation.h"
#include "core/metrics/exact_sum.h"
#include "core/metrics/image_tally.h"
#include "core/metrics/score_histogram.h"

#include <cstdint>
#include <vector>

namespace patina {

/// Everything an evaluator keeps: additive to the last bit whatever the order, so that subsets can be joined and taken
/// out again. Lists are in the order of the images.
struct EvaluationTotals
{
    Outcomes outcomes;
    EvaluationCounts counts;
    ScoreHistogram<std::uint64_t> normal;
    ScoreHistogram<std::uint64_t> defect;
    ScoreHistogram<ExactSum> overlap;
    ScoreHistogram<ExactSum> goodFpr;    ///< per good image: counts divided by its pixels
    std::vector<RecallSketch> recalls;   ///< one per image with defect pixels
    std::vector<std::uint8_t> hasRecall; ///< per image: it has one
    std::int64_t goodPixels = 0;
    std::vector<ThresholdTally> thresholds; ///< review, reject, then that of SegF1 where there is one

    void add(const ImageTally &image, double imageScore);
    void add(const EvaluationTotals &other) { insert(other, outcomes.images.size()); }
    /// \param position of the first of the other's images among these.
    void insert(const EvaluationTotals &other, std::size_t position);
    /// Whether what was inserted there may be taken out again: ids and counts fit.
    bool holds(const EvaluationTotals &part, std::size_t position) const;
    /// \param part that it holds there.
    void remove(const EvaluationTotals &part, std::size_t position);
};

/// The figures of the totals.
Evaluation evaluationOf(const EvaluationTotals &totals, const std::vector<LabelClass> &classes,
                        const EvaluationSettings &settings);

} // namespace patina
