#pragma once

#include "core/studies/run_study.h"

#include <string>
#include <vector>

namespace patina {

/// What a study was asked for with, beside its request.
struct StudyInputs
{
    std::vector<std::string> folders; ///< as the kind has them
    std::vector<std::string> groups;  ///< of the folders; empty: none were given
    std::string recipe;               ///< file; empty: none was given
};

/// The call of the command line that makes the same study, as a shell takes it. Options that keep their usual value are
/// left out.
std::string studyCommand(const StudyInputs &inputs, const StudySizes &sizes, const StudyRequest &request);

} // namespace patina
