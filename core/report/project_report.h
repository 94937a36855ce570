#pragma once

#include "core/evaluation/project_evaluation.h"
#include "core/pipeline/model.h"
#include "core/report/report_input.h"

#include <cstddef>
#include <filesystem>
#include <string>

namespace patina {

/// A report of what a project says of a model.
struct ProjectReportRequest
{
    /// At the thresholds of the report; the first policy is that of the report, of the others the main figures are
    /// told.
    ProjectEvaluationRequest evaluation;
    ModelInfo model; ///< with its hash
    std::filesystem::path modelFile;
    std::filesystem::path project;
    std::int64_t journalEntries = 0; ///< of the project, when its contents were read
    std::string journalHead;         ///< SHA-256 of the last one; empty: there is none
    std::size_t pictures = 6;        ///< of escapes and of overkills, each
    std::string title;               ///< empty: the usual one
    std::string dateUtc;             ///< ISO 8601
    std::string program;             ///< "Patina 0.1.0"
    /// Told once, before pictures are made: which images could not be used or were left out. May be empty.
    std::function<void(const ProjectEvaluation &)> evaluated{};
};

/// Everything the report says. The project is opened to be read beside whoever has it open; its journal is told as it
/// is then. Stages "validation", "evaluate", "pictures". Errors: those of evaluateProject() and Project::open.
Result<ReportInput> collectProjectReport(const ProjectReportRequest &request, const JobContext &context);

} // namespace patina
