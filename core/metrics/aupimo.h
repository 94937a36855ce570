#pragma once

#include "core/metrics/exact_sum.h"
#include "core/metrics/score_histogram.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace patina {

/// TPR of one image's defect pixels against the threshold, kept to 0.001: some kilobytes at most, whatever the area.
class RecallSketch
{
public:
    /// \param pixels all defect pixels of the image, at least one.
    explicit RecallSketch(const ScoreHistogram<std::uint64_t> &pixels);

    struct Point
    {
        double threshold = 0.0;
        double tpr = 0.0; ///< share of pixels at or above the threshold
    };
    /// Of points that another sketch had.
    explicit RecallSketch(std::vector<Point> points) : m_points(std::move(points)) {}
    const std::vector<Point> &points() const { return m_points; } ///< falling thresholds

private:
    std::vector<Point> m_points;
};

/// FPR range of AUPIMO, and the pixels it takes to see its lower end.
inline constexpr double aupimoLowFpr = 1e-5;
inline constexpr double aupimoHighFpr = 1e-4;
inline constexpr std::int64_t aupimoMinPixels = 100'000;

/// Area under the per-image overlap curve over log FPR, 1e-5..1e-4, as a share of the range, mean over anomalous
/// images; FPR is the mean over good images of the share of their pixels flagged (Bertoldo et al., AUPIMO, BMVC 2024,
/// eq. 5). Between two attainable FPRs the lower one's recall holds (a step function). \param goodFpr sum over good
/// images of pixel counts, each divided by the image's pixels. \param goodImages > 0.
double aupimoOf(const ScoreHistogram<ExactSum> &goodFpr, std::int64_t goodImages, std::span<const RecallSketch> images);

} // namespace patina
