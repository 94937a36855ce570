#pragma once

#include "core/metrics/label_policy.h"
#include "core/project/change.h"
#include "core/project/contents.h"

#include <optional>
#include <string>
#include <vector>

// Thresholds are facts of a project and a model: another model has a scale of its own. The labelling policy is one of
// the project.
namespace patina {

struct ProjectThresholds
{
    double review = 1.0;
    double reject = 1.0; ///< at least review
    std::string rule;    ///< in words, where a rule has set them; empty: by hand

    bool operator==(const ProjectThresholds &) const = default;
};

/// Those that the project has for a model; none: it leaves the model its own.
std::optional<ProjectThresholds> thresholdsOf(const ProjectContents &contents, const std::string &modelHash);
/// What gives a model these thresholds: no edits where it has them.
std::vector<Edit> thresholdEdits(const ProjectContents &contents, const std::string &modelHash,
                                 const ProjectThresholds &thresholds);
/// What gives it back its own.
std::vector<Edit> thresholdResets(const ProjectContents &contents, const std::string &modelHash);

/// What its labels count as; the usual one where the project says nothing that can be understood.
LabelPolicy policyOf(const ProjectContents &contents);
std::vector<Edit> policyEdits(const ProjectContents &contents, const LabelPolicy &policy);

} // namespace patina
