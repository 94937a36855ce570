#pragma once

#include "core/metrics/evaluation.h"
#include "core/report/report_document.h"

#include <optional>
#include <string>
#include <vector>

namespace patina {

/// Whether the two thresholds are drawn: those of an uncalibrated model mean nothing.
enum class ThresholdMarks { Shown, Absent };

/// The scores that the charts over scores show: from the lowest, at most 0, to the largest, or to four times the
/// reject threshold where less than one in twenty lies above it: what lies around the thresholds is seen. An empty
/// range where nothing was scored.
std::pair<double, double> chartScoreRange(const Evaluation &evaluation, ThresholdMarks marks);

/// Every chart is absent where the data have nothing to draw.
std::optional<ReportChart> recallChart(const Evaluation &evaluation, ThresholdMarks marks);
std::optional<ReportChart> scoreHistogram(const Evaluation &evaluation, ThresholdMarks marks);
/// Recall against the share of good images flagged, as the threshold moves.
std::optional<ReportChart> recallOverkillChart(const Evaluation &evaluation, ThresholdMarks marks);
std::optional<ReportChart> precisionRecallChart(const Evaluation &evaluation);
std::optional<ReportChart> rocChart(const Evaluation &evaluation);
std::optional<ReportChart> proChart(const Evaluation &evaluation);
/// Recall from the smallest quarter of the defects to the largest, with intervals.
std::optional<ReportChart> sizeChart(const Evaluation &evaluation);

/// Share of good images that have a score at or above each threshold, by single pixels. \param thresholds any order.
std::vector<double> overkillAt(const Outcomes &outcomes, const std::vector<double> &thresholds);

} // namespace patina
