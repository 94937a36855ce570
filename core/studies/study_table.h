#pragma once

#include "core/base/job_context.h"
#include "core/studies/study_figures.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace patina {

/// A figure of an arm over its seeds, with a 95 % interval.
struct StudyCell
{
    std::optional<double> mean; ///< over the seeds; none: it has no meaning
    double low = 0.0;           ///< NaN both where it has no meaning on more than 5 % of the resamples
    double high = 0.0;
};

struct StudyRow
{
    std::string arm;
    std::vector<StudyCell> cells; ///< as StudyTable::figures
};

/// How much more one arm has than another, paired.
struct StudyDifference
{
    std::string arm;
    std::string reference;
    std::vector<StudyCell> cells;

    /// The interval does not hold 0.
    static bool isClear(const StudyCell &cell) { return cell.mean && (cell.low > 0.0 || cell.high < 0.0); }
};

struct StudyTable
{
    std::vector<std::string> figures; ///< RunFigures::names(), then those that need the maps
    std::vector<StudyRow> rows;
    std::vector<StudyDifference> differences;
    std::int64_t seeds = 0;
    std::int64_t groups = 0; ///< of test images
};

/// The results of an arm, one for each seed, in the same order for all arms.
struct StudyArmResults
{
    std::string arm;
    std::vector<StudyRunResult> runs;
};

/// With fewer seeds the spread over them says nothing.
inline constexpr std::int64_t fewestSeeds = 5;

/// Means over the seeds. Intervals are those of a two-way bootstrap (Owen 2007, Annals of Applied Statistics 1,
/// 386-411): each resample draws seeds and groups of test images, with replacement, the same ones for all arms, so that
/// they hold for other seeds and for other parts, and differences are paired. Figures that need the maps have intervals
/// over seeds alone, and none with fewer than fewestSeeds seeds. \param pairs arm and reference, into `arms`. \param
/// resamples at least 100. Errors: BadArgument (no arms, arms of different numbers of seeds, no group), Cancelled.
Result<StudyTable> studyTable(const std::vector<StudyArmResults> &arms,
                              const std::vector<std::pair<std::size_t, std::size_t>> &pairs, std::int64_t resamples,
                              std::uint64_t seed, const JobContext &context);

} // namespace patina
