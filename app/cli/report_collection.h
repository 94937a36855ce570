#pragma once

#include "app/cli/command_line.h"
#include "app/cli/threshold_options.h"
#include "core/pipeline/evaluation_run.h"
#include "core/report/report_input.h"

#include <string>
#include <vector>

namespace patina::cli {

/// What `report` was asked for.
struct ReportOptions
{
    std::string model;
    std::string folder;
    std::string out;
    std::vector<std::string> also;
    std::string policy;
    std::string reader; ///< of a project
    std::vector<std::string> otherPolicies;
    std::string title;
    std::string date;
    int pictures = 6;
    RuleOptions rule;
    std::string calibration; ///< folder or list that a rule chooses from; empty: a part of the groups
    LeastArea leastArea;
    EvaluateRequest request;
    std::string verify;
    std::string verifiedModel;
    std::string verifiedData;
    std::string project;

    std::vector<std::string> files() const
    {
        std::vector<std::string> all{out};
        all.insert(all.end(), also.begin(), also.end());
        return all;
    }
};

/// Evaluates what the report is of, a data set or a project, by a rule where one is given.
/// Errors: those of openDataset(), openProjectEvaluation(), chooseByRule(), evaluateDataset(), collectReport().
Result<ReportInput> collectInput(const ReportOptions &options, const CommandContext &context);

} // namespace patina::cli
