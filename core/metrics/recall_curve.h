#pragma once

#include "core/dataset/dataset.h"
#include "core/metrics/figure.h"
#include "core/metrics/found_by.h"
#include "core/metrics/intervals.h"
#include "core/metrics/label_policy.h"
#include "core/metrics/outcomes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace patina {

/// Recall of one class as the threshold falls: one point per distinct score at which a defect is found.
struct RecallCurve
{
    struct Point
    {
        double threshold = 0.0;
        std::int64_t found = 0;
        double recall = 0.0;
        double low = 0.0; ///< Wilson, 95 %
        double high = 0.0;
        std::optional<Interval> byGroups; ///< bootstrap over groups, see addGroupBands
    };
    std::string name;
    FoundBy by = FoundBy::Any;
    std::int64_t total = 0;
    std::vector<Point> points;
};

/// Of the classes that count as defects, then of all of them ("all").
std::vector<RecallCurve> recallCurves(const Outcomes &outcomes, const std::vector<LabelClass> &classes,
                                      const LabelPolicy &policy, FoundBy by = FoundBy::Any);

/// The name of a class in figures: "all" is the total, so that a class of that name is "class:all".
std::string reportName(const LabelClass &labelClass);

} // namespace patina
