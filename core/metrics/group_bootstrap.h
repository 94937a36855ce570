#pragma once

#include "core/metrics/evaluation.h"
#include "core/metrics/image_groups.h"

namespace patina {

/// Percentile intervals at 95 % of a bootstrap over groups (Efron 1979; clusters as units: Field and Welsh,
/// Bootstrapping clustered data, JRSS B 2007): whole groups are drawn with replacement, every figure is computed anew
/// on each resample, the 2.5 and 97.5 % quantiles (interpolated between order statistics) are quoted. The outcomes are
/// enough for it, the maps are not read again. An interval is absent where the figure is, where there are fewer than
/// two groups, and where the figure has no meaning on more than 5 % of the resamples. \param evaluation complete but
/// for its `grouped`.
GroupIntervals groupIntervals(const Evaluation &evaluation);

/// The same at every point of recall curves. \param curves of the evaluation's outcomes.
void addGroupBands(std::vector<RecallCurve> &curves, const Evaluation &evaluation);

} // namespace patina
