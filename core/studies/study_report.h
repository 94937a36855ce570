#pragma once

#include "core/report/report_document.h"
#include "core/studies/run_study.h"

#include <filesystem>
#include <string>

namespace patina {

/// What a study came to as a report: question, table with intervals, differences, charts, how it was made.
/// \param command that makes it again; may be empty.
ReportDocument studyReport(const StudyRequest &request, const StudyResults &results, const std::string &dateUtc,
                           const std::string &command);

/// The tables as Markdown: arms by figures, mean and 95 % interval; then differences, bold where clear of 0. Bars and
/// line breaks in names of classes do not break them.
std::string studyMarkdown(const StudyRequest &request, const StudyResults &results);
/// A line for each arm and figure: arm, figure, mean, low, high (RFC 4180); differences as "A - B".
std::string studyCsv(const StudyResults &results);
/// The table and the plan, with dotted names: `sharedGroups` (their number, see groupsOnBothSides()), `arm.<i>.name`,
/// `arm.<i>.bankSize`, `.bankRows` (of the run with the fewest), `.place` (along a chart), `arm.<i>.<figure>`, `.low`,
/// `.high`, `difference.<i>...`.
std::string studyJson(const StudyRequest &request, const StudyResults &results);

/// study.json, study.csv, study.md and study.html in the folder of the request. Errors: WriteFailed.
Result<void> writeStudy(const StudyRequest &request, const StudyResults &results, const std::string &dateUtc,
                        const std::string &command);

/// "recall of scratch", "overkill", ...: figures of a table in words.
std::string studyFigureText(const std::string &name);

} // namespace patina
