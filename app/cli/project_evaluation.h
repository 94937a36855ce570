#pragma once

#include "app/cli/command_line.h"
#include "app/cli/flat_json.h"
#include "app/cli/threshold_options.h"
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
    std::string groups{};              ///< of --groups; empty: those of the project
    LeastArea leastArea{};             ///< none: as the project says
};

/// Whether a path is meant for a project.
bool isProject(const std::string &path);

/// Errors: BadArgument (a reader is named, and the path is no project).
Result<void> checkReader(const std::string &reader, const std::string &path);

/// A project is read by one process, and none of its images is left out but what says why. Errors: BadArgument.
Result<void> checkProjectRun(const std::string &verb, bool strict, const CommandContext &context);

/// What was read of a project.
struct OpenedProject
{
    std::unique_ptr<Project> project;
    ProjectContents contents;
    std::string reader; ///< whose decisions hold; empty: nobody's
};
/// \param groups of --groups; empty: those of the project. Errors: those of Project::open and setGroups();
/// BadArgument (several readers, none of them named), NotFound (a reader without a word).
Result<OpenedProject> openProject(const std::string &file, const std::string &reader, const std::string &groups,
                                  const JobContext &job);

/// What is to be evaluated of it. \param policy none: as the project says. \param leastArea none: that of the
/// project. \param given thresholds and resamples as for a data set; thresholds that are not given are the project's.
ProjectEvaluationRequest projectRequest(const OpenedProject &project, Inspector &inspector,
                                        const std::optional<LabelPolicy> &policy, const LeastArea &leastArea,
                                        const EvaluateRequest &given, std::uint64_t seed);

/// A project and a model that are open, and what is to be evaluated.
struct OpenedEvaluation
{
    std::unique_ptr<Project> project;
    std::unique_ptr<Inspector> inspector;
    ProjectEvaluationRequest request;
};
/// Both at once. Errors: those of openProject() and openInspector().
Result<OpenedEvaluation> openProjectEvaluation(const ProjectEvaluationOptions &options, const EvaluateRequest &given,
                                               const CommandContext &context);

/// Says which images could not be used, and why.
void noticeSkipped(const ProjectEvaluation &result, const JobContext &job);
/// Says how many images were left out, and of which of them it is not known whether they are copies.
/// \param made "the model was", that images were taken for.
void noticeScope(const EvaluationScope &scope, const ProjectEvaluationRequest &request, const char *made,
                 const JobContext &job);
/// Both, of one model.
void noticeLeftOut(const ProjectEvaluation &result, const ProjectEvaluationRequest &request, const JobContext &job);

/// Whose word held, which images were left out, and over what: `reader`, `images.trainedOn`, `images.notKnown`,
/// `truth.sha256`.
void addProjectFacts(const std::string &reader, const ProjectEvaluation &result, FlatJson &json);

/// What `evaluate` tells of a data set, of a project.
EvaluationRun runOf(const ProjectEvaluation &result, const ModelInfo &model);

} // namespace patina::cli
