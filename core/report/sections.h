#pragma once

#include "core/report/report_input.h"

#include <vector>

namespace patina {

using ReportBlocks = std::vector<ReportBlock>;

// One function a section, in the order of the report. Those that have nothing to say add nothing.
void addSummary(const ReportInput &input, ReportBlocks &blocks);
void addDataSection(const ReportInput &input, ReportBlocks &blocks);
void addModelSection(const ReportInput &input, ReportBlocks &blocks);
void addThresholdSection(const ReportInput &input, ReportBlocks &blocks);
void addRecallSection(const ReportInput &input, ReportBlocks &blocks);
void addFigureSection(const ReportInput &input, ReportBlocks &blocks);
void addPolicySection(const ReportInput &input, ReportBlocks &blocks);
void addPictureSection(const ReportInput &input, ReportBlocks &blocks);
void addProjectSection(const ReportInput &input, ReportBlocks &blocks);
void addVerifySection(const ReportInput &input, ReportBlocks &blocks);
void addTermSection(const ReportInput &input, ReportBlocks &blocks);

/// "2 of 57".
std::string ofText(std::int64_t count, std::int64_t total);

} // namespace patina
