#pragma once

#include "core/metrics/found_by.h"
#include "core/metrics/score_histogram.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

namespace patina {

/// What the scores of one region come down to: its peak and the scores at which it is found by overlap. Pixels are kept
/// until the last one came, then let go: a region holds memory only while rows of it pass by.
/// Exact up to maxExactPx counted pixels. Larger regions go into a histogram: their overlap scores are then the lower
/// edges of bins, at most 2^-15 of the score too low, so that no region is found by overlap that should not be.
class RegionScores
{
public:
    static constexpr std::int64_t maxExactPx = std::int64_t{1} << 22; ///< 16 MiB of scores

    /// \param countedPx pixels that will come. \param exactPx see maxExactPx.
    explicit RegionScores(std::int64_t countedPx, std::int64_t exactPx = maxExactPx)
        : m_countedPx(countedPx), m_isExact(countedPx <= exactPx)
    {
    }

    /// \param score finite. At most countedPx of them.
    void add(float score);

    float peak() const { return m_peak; } ///< minus infinity before the first pixel
    /// Of all pixels; minus infinity before the last one came.
    const OverlapScores &overlapScores() const { return m_overlapScores; }

private:
    void close();
    void closeHistogram();

    std::int64_t m_countedPx = 0;
    std::int64_t m_seenPx = 0;
    bool m_isExact = true;
    float m_peak = -std::numeric_limits<float>::infinity();
    std::vector<float> m_scores;
    std::unique_ptr<ScoreHistogram<std::uint64_t>> m_histogram;
    OverlapScores m_overlapScores{-std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity(),
                                  -std::numeric_limits<float>::infinity()};
};

} // namespace patina
