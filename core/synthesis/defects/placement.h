#pragma once

#include "core/synthesis/models.h"
#include "core/synthesis/noise/counter_random.h"

#include <algorithm>
#include <memory>
#include <vector>

namespace patina::synthesis {

inline constexpr int defectGapPx = 6; ///< between the boxes of two defects
inline constexpr std::uint64_t placementTries = 24;

/// Whether some boxes of the two lie closer to each other than defectGapPx.
inline bool tooClose(const std::vector<cv::Rect> &some, const std::vector<cv::Rect> &others)
{
    return std::ranges::any_of(some, [&](const cv::Rect &one) {
        const cv::Rect wide(one.x - defectGapPx, one.y - defectGapPx, one.width + 2 * defectGapPx,
                            one.height + 2 * defectGapPx);
        return std::ranges::any_of(others, [&](const cv::Rect &other) { return !(wide & other).empty(); });
    });
}

/// Adds make(key), or the first of some further draws, that keeps its distance from what is there; none where all
/// draws collide. The first defect of an image is always its first draw.
template <typename Make>
void addApart(std::vector<std::unique_ptr<DefectModel>> &made, std::uint64_t key, const Make &make)
{
    for (std::uint64_t attempt = 0; attempt < placementTries; ++attempt) {
        std::unique_ptr<DefectModel> defect = make(attempt == 0 ? key : subKey(subKey(key, "again"), attempt));
        const std::vector<cv::Rect> extent = defect->extent();
        if (std::ranges::any_of(made, [&](const auto &other) { return tooClose(extent, other->extent()); }))
            continue;
        made.push_back(std::move(defect));
        return;
    }
}

} // namespace patina::synthesis
