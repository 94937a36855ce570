#pragma once

#include "core/studies/run_study.h"

#include <cstdint>
#include <optional>

namespace patina {

/// Rows that the images of every arm fill in every run; none where all banks are full.
std::optional<std::int64_t> rowsThatAllFill(const StudyPlan &plan, const StudyResults &results);

/// The plan, and behind its arms the same ones with banks of that many rows, with their comparisons and lines. Each arm
/// is compared with its like.
StudyPlan withEqualBanks(StudyPlan plan, std::int64_t rows);

/// runStudy(), and where the plan asks for it and an arm could not fill its bank, withEqualBanks() as well: a small
/// bank may be worse for its images or for its size. Not where what all fill is less than a tenth of what was asked
/// for. \param request its plan becomes the one that was run. Progress, notices and errors: those of runStudy().
Result<StudyResults> runWholeStudy(StudyRequest &request, const JobContext &context);

} // namespace patina
