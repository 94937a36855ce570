#pragma once

#include "app/cli/command_line.h"
#include "core/pipeline/evaluation_run.h"
#include "core/pipeline/project_maps.h"

#include <memory>
#include <optional>
#include <string>

namespace patina::cli {

/// Which figures of a project are asked for.
struct ProjectEvaluationOptions
{
    std::string model;
    std::string project;
    std::string reader;                ///< empty: the only one
    std::optional<LabelPolicy> policy; ///< none: as the project says
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
/// \param given thresholds, minimum area and resamples as for a data set; thresholds that are not given are the
/// project's. Errors: those of Project::open and openInspector(); BadArgument (several readers, none of them named),
/// NotFound (a reader without a word).
Result<OpenedEvaluation> openProjectEvaluation(const ProjectEvaluationOptions &options, const EvaluateRequest &given,
                                               const CommandContext &context);

/// Says which images were left out, and why.
void noticeLeftOut(const ProjectEvaluation &result, const ProjectEvaluationRequest &request, const JobContext &job);

/// What `evaluate` tells of a data set, of a project.
EvaluationRun runOf(const ProjectEvaluation &result, const ModelInfo &model);

} // namespace patina::cli
