#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/report/report_document.h"
#include "core/report/report_input.h"

#include <filesystem>

namespace patina {

/// What the report says, in the order it says it; from values alone, the same for the same input.
/// Errors: BadArgument (a model without a hash, a figure list that was never evaluated, a time that is none),
/// Cancelled.
Result<ReportDocument> makeReport(const ReportInput &input, const JobContext &context);

/// Whether a file name says which form it wants: `.html` or `.pdf`, in letters of either case. Errors: BadArgument.
Result<void> checkReportName(const std::filesystem::path &file);

/// Whether writeReport() could write there: the name, the folder, for PDF what draws it. Asked before a long
/// evaluation, not found out after it. Errors: as writeReport().
Result<void> checkReportTarget(const std::filesystem::path &file);

/// Writes it as `.html` or `.pdf`, by the ending; the file appears whole or not at all. The same document gives the
/// same bytes. Errors: BadArgument (another ending), WriteFailed; for PDF NotFound (the part that draws it, or fonts).
Result<void> writeReport(const ReportDocument &document, const std::filesystem::path &file);

/// "2026-01-31" or "2026-01-31T12:00:00Z" as the latter. Errors: BadArgument (no such day or time).
Result<std::string> parseReportDate(std::string_view text);

/// What the date of a report is where none is given: SOURCE_DATE_EPOCH (seconds since 1970, see
/// reproducible-builds.org), else the time now. Errors: BadArgument (that variable is no number of seconds).
Result<std::string> defaultReportDate();

} // namespace patina
