#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/report/report_claims.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace patina {

/// What a report is held against; what is not given is not looked at.
struct VerifyRequest
{
    std::filesystem::path report;
    std::filesystem::path model;
    std::optional<std::filesystem::path> data;    ///< the data set that was evaluated
    std::optional<std::filesystem::path> project; ///< whose report it is
};

/// One claim of a report.
struct ReportCheck
{
    std::string name; ///< "model", "data", "project"
    bool holds = false;
    std::string sentence; ///< what was found
};

struct ReportVerdict
{
    ReportClaims claims;
    std::vector<ReportCheck> checks;

    bool holds() const;
};

/// Computes the hash of the model's contents anew (not the one that the file states), the digest of the data set, and
/// looks up the entry of the project's journal that was the last when the report was made: the project may have gone on
/// since, that entry must still be there. Says nothing of the figures: `evaluate` computes them again.
/// Errors: those of reading the files, which are named; a report that is none is BadFormat.
Result<ReportVerdict> verifyReport(const VerifyRequest &request, const JobContext &context);

} // namespace patina
