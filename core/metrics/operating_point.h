#pragma once

#include "core/dataset/dataset.h"
#include "core/metrics/figure.h"
#include "core/metrics/found_by.h"
#include "core/metrics/outcomes.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace patina {

/// Recall by one criterion, or of one size, with its Wilson 95 % interval.
struct RecallCount
{
    std::int64_t found = 0;
    std::int64_t total = 0;
    Figure recall;
    Figure low;
    Figure high;
};

/// Defects of one class between two sizes.
struct SizeQuartile
{
    RecallCount count; ///< found by any pixel
    Figure fromPx;     ///< counted area of the smallest one
    Figure toPx;       ///< counted area of the largest one
};

struct DefectCount
{
    std::string name; ///< of the class; "all" for the total (a class called so is "class:all")
    std::int64_t found = 0;
    std::int64_t total = 0;
    Figure recall;
    Figure low; ///< Wilson, 95 %
    Figure high;
    Figure escapeUpper95;                                    ///< exact bound on the escape rate where none escaped
    std::array<RecallCount, overlapPercents.size()> overlap; ///< as overlapPercents
    std::array<SizeQuartile, 4> quartiles;                   ///< smallest to largest
};

struct ImpurityCount
{
    std::string name;
    Figure flagged;
    Figure total;
    Figure share;
    Figure low; ///< Wilson, 95 %
    Figure high;
};

/// Recall and its price at one threshold.
struct OperatingPoint
{
    double threshold = 0.0;
    std::vector<DefectCount> defects; ///< classes that count as defects, then "all"
    std::vector<ImpurityCount> impurities;
    std::int64_t goodImages = 0;
    Figure goodFlagged;
    Figure overkill;
    Figure overkillLow; ///< Wilson, 95 %
    Figure overkillHigh;
    Figure falseRegionsPerImage;
    Figure pixelFpr;
};

/// Fills in how many of the good images are flagged.
void setOverkill(OperatingPoint &point, std::int64_t flagged);

/// The counts at any threshold, from the outcomes alone (fast: for a threshold that is being moved). False regions, and
/// overkill at a minimum area above 1, are known at the two thresholds of the settings, else come from the kept
/// regions; where these do not tell they are absent, as pixel FPR is, and say so.
OperatingPoint countsAt(const Outcomes &outcomes, const std::vector<LabelClass> &classes,
                        const EvaluationSettings &settings, double threshold);

/// Recall of one class at a threshold. \param name "all" for the total. \param defects those of the class, in any
/// order.
DefectCount defectCount(std::string name, const std::vector<const RegionOutcome *> &defects, double threshold);

} // namespace patina
