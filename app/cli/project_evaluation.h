#pragma once

#include "app/cli/command_line.h"
#include "core/pipeline/evaluation_run.h"
#include "core/pipeline/project_maps.h"

#include <optional>
#include <string>

namespace patina::cli {

/// What the figures of a project can be asked for; what is not given is as the project says.
struct ProjectEvaluationOptions
{
    std::string model;
    std::string project;
    std::string reader; ///< empty: the only one
    std::optional<LabelPolicy> policy;
    std::optional<double> review;
    std::optional<double> reject;
    std::int64_t minAreaPx = 1;
    BootstrapSettings bootstrap;
};

/// Whether a path is meant for a project.
bool isProject(const std::string &path);

/// What came out, and from what.
struct EvaluatedProject
{
    Project project;
    ModelInfo model;
    ProjectEvaluationRequest request; ///< without maps
    ProjectEvaluation result;

    EvaluationRun run() const;
};
/// Errors: those of Project::open, Inspector::open and evaluateProject; BadArgument (thresholds, readers).
Result<EvaluatedProject> evaluateProjectFile(const ProjectEvaluationOptions &options, const CommandContext &context);

} // namespace patina::cli
