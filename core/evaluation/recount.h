#pragma once

#include "core/metrics/evaluation.h"

namespace patina {

/// An evaluation with its outcomes counted at other thresholds; its figures are those of before.
struct RecountedEvaluation
{
    Evaluation evaluation;
    /// How many regions good images have at both thresholds is known. Else a good image that is flagged counts as one
    /// with one region: whether it is flagged is right all the same where regions have no minimum area.
    bool regionsTold = true;
};

/// Without another pass over the maps. \param reject at least `review`.
RecountedEvaluation recounted(const Evaluation &evaluation, double review, double reject);

} // namespace patina
