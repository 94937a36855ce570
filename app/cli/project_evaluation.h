#pragma once

#include "app/cli/command_line.h"
#include "core/pipeline/evaluation_run.h"
#include "core/pipeline/project_maps.h"

#include <memory>
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

/// A project and a model that are open, and what is to be evaluated.
struct OpenedEvaluation
{
    std::unique_ptr<Project> project;
    std::unique_ptr<Inspector> inspector;
    ProjectEvaluationRequest request;
};
/// Errors: those of Project::open and Inspector::open; BadArgument (several readers, none of them named).
Result<OpenedEvaluation> openProjectEvaluation(const ProjectEvaluationOptions &options, const CommandContext &context);

/// Says which images were left out, and why.
void noticeLeftOut(const ProjectEvaluation &result, const JobContext &job);

/// What `evaluate` tells of a data set, of a project.
EvaluationRun runOf(const ProjectEvaluation &result, const ModelInfo &model);

} // namespace patina::cli
