#pragma once

#include "core/studies/believability.h"
#include "core/studies/patch_set.h"

namespace patina {

/// How far each set is from `base`. \param sets the other real half first. \returns none where a real half is empty;
/// sets without a patch are left out. Errors: those of NeighbourIndex, Cancelled.
Result<std::vector<BelievabilityRow>> believabilityRows(const PatchSet &base, const std::vector<PatchSet> &sets,
                                                        int threads, const JobContext &context);

} // namespace patina
