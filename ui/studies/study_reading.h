#pragma once

#include "ui/studies/study_engine.h"

namespace patina {

/// What a study of before came to, from the study.json in its folder; nothing is run. What an earlier version of the
/// program did not write (backbone, rows of the banks, places of arms with all images) is missing.
/// Errors: Unreadable, BadFormat (no study, or of a kind that the window does not know).
Result<StudyOutcome> readStudy(const std::filesystem::path &folder);

} // namespace patina
