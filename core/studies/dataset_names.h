#pragma once

#include "core/studies/study_plan.h"

#include <string>
#include <vector>

namespace patina {

/// A name for each data set that no other has: its own; "parent/name" where others are called the same; the whole path
/// where that is not enough. Sets with the same folder share one.
std::vector<std::string> distinctNames(const std::vector<StudyDataset> &sets);

} // namespace patina
