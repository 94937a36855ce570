#pragma once

#include "core/metrics/evaluation.h"

#include <cstdint>
#include <string>

namespace patina {

/// What `evaluate --json` says beside its figures.
struct FiguresFacts
{
    std::string whyNoThresholds; ///< the figures at the two thresholds are null with that reason; empty: they are not
    std::int64_t skipped = 0;
    std::string modelHash;
    std::int64_t copies = 0; ///< test images left out as copies of those that the model was made from
};

/// The flat JSON object of `evaluate --json`, name for name and digit for digit, without `memory.peakBytes`, which is
/// another in every run.
std::string figuresJson(const Evaluation &evaluation, const FiguresFacts &facts);

/// A JSON text made fit to stand in a `<script>` element of HTML: no `<` is left in it.
std::string jsonForMarkup(const std::string &json);

} // namespace patina
