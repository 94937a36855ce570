#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/pipeline/evaluation_run.h"
#include "core/pipeline/inspector.h"
#include "core/report/report_input.h"

namespace patina {

/// Counts per split and class, groups, and what the data set is called.
ReportData reportData(const Dataset &dataset, std::int64_t skipped);

/// How the thresholds of an evaluation came about: those of the model's calibration, or given.
ReportThresholds reportThresholds(const ModelInfo &model, const EvaluateRequest &request, const EvaluationRun &run);

/// The command that computes the figures again, for a shell.
std::string evaluateCommand(const std::filesystem::path &model, const EvaluateRequest &request,
                            const Evaluation &evaluation);

/// Everything of a report but title, date and project: data facts, the digest of the inputs, pictures.
/// \param request as the evaluation had it. \param pictures of escapes and of overkills, each; 0: none.
/// Stages "digest", "pictures". Errors: Unreadable, NotFound (an image that has gone since), Cancelled.
Result<ReportInput> collectReport(Inspector &inspector, const EvaluateRequest &request, const EvaluationRun &run,
                                  std::size_t pictures, const JobContext &context);

} // namespace patina
