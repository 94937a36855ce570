#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/labels/run_mask.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Masks as lengths of runs of 0 and 1 by turns, the first of 0.
namespace patina::formats {

/// Runs that one mask may have.
inline constexpr std::size_t mostMaskRuns = std::size_t{1} << 22;

/// In any order, and overlapping; each inside of the image and not empty. Errors: TooLarge.
Result<RunMask> maskOfRuns(cv::Size size, std::vector<MaskRun> runs);

/// COCO's order, column by column over the whole image. Errors: TooLarge (a mask that spans over 512 megapixels).
Result<std::vector<std::int64_t>> columnCountsOf(const RunMask &mask);
/// Errors: BadFormat (a count below 0, more pixels than there are), TooLarge (runs), Cancelled.
Result<RunMask> maskOfColumnCounts(cv::Size size, std::span<const std::int64_t> counts, const JobContext &context);
/// COCO's text for counts: six bits a letter, differences to the count before the last.
/// Errors: BadFormat (not that; a count over 2^40), TooLarge.
Result<std::vector<std::int64_t>> countsOfText(std::string_view text);

/// CVAT's order, row by row over the mask's box.
std::vector<std::int64_t> rowCountsOf(const RunMask &mask);
/// \param box what of it lies outside the image is left out. Errors: as maskOfColumnCounts().
Result<RunMask> maskOfRowCounts(cv::Size size, const cv::Rect &box, std::span<const std::int64_t> counts,
                                const JobContext &context);

} // namespace patina::formats
