#pragma once

#include "core/evaluation/project_evaluation.h"

namespace patina::bench {

/// What the figures cost after the decision on one image, with what is kept from one run to the next and, as the
/// baseline in the same run, with every evaluated image read from the store again. Says whether both come to the same
/// figures. \param request with a label of a reader and a store.
void measureDecisions(const char *name, ProjectEvaluationRequest request);

/// The same on made images of 12 megapixels, each of which takes some megabytes in the store. \param folder for these.
void measureLargeDecisions(const std::string &folder);

} // namespace patina::bench
