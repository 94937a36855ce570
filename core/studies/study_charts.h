#pragma once

#include "core/report/report_document.h"
#include "core/studies/study_plan.h"
#include "core/studies/study_table.h"

#include <vector>

namespace patina {

/// Of image AUROC and recall: lines over the places of the arms where they have any, else a point for each arm.
std::vector<ReportChart> studyCharts(const StudyPlan &plan, const StudyTable &table);

} // namespace patina
