#pragma once

#include "core/studies/run_study.h"

#include <functional>
#include <string>
#include <vector>

namespace patina::cli {

/// What the caller said.
struct StudyOptions
{
    std::vector<std::string> folders;
    std::string out;
    std::string keep = "reduce";
    std::string recipe;              ///< of made parts: a file; empty: that of retakeRecipe()
    std::vector<std::string> groups; ///< of the data sets, in their order
    std::string date;
    StudySizes sizes;
    StudyRequest request;
};

using MakePlan = std::function<Result<StudyPlan>(std::vector<StudyDataset> &&, const StudyOptions &)>;

struct StudyKind
{
    const char *name;
    const char *help;
    std::vector<std::string> datasets; ///< what they are, as the help names them
    MakePlan plan;
};
/// All but `believability`, which trains nothing.
std::vector<StudyKind> studyKinds();

} // namespace patina::cli
