#include "core/metrics/region_scores.h"

#include <algorithm>
#include <cassert>
#include <functional>

namespace patina {

void RegionScores::add(float score)
{
    assert(m_seenPx < m_countedPx);
    m_peak = std::max(m_peak, score);
    if (m_isExact) {
        m_scores.push_back(score);
    } else {
        if (!m_histogram)
            m_histogram = std::make_unique<ScoreHistogram<std::uint64_t>>();
        m_histogram->add(score);
    }
    if (++m_seenPx == m_countedPx)
        close();
}

void RegionScores::close()
{
    if (!m_isExact) {
        closeHistogram();
        return;
    }
    auto begin = m_scores.begin();
    for (std::size_t i = 0; i < overlapPercents.size(); ++i) {
        const auto nth = m_scores.begin() + (pixelsForOverlap(m_countedPx, overlapPercents[i]) - 1);
        std::nth_element(begin, nth, m_scores.end(), std::greater<>());
        m_overlapScores[i] = *nth;
        begin = nth;
    }
    m_scores = {};
}

void RegionScores::closeHistogram()
{
    using Histogram = ScoreHistogram<std::uint64_t>;
    const auto filled = m_histogram->filled();
    std::int64_t over = 0;
    std::size_t next = 0;
    for (std::size_t i = filled.bins.size(); i-- > 0 && next < overlapPercents.size();) {
        over += static_cast<std::int64_t>(filled.counts[i]);
        for (; next < overlapPercents.size() && over >= pixelsForOverlap(m_countedPx, overlapPercents[next]); ++next)
            m_overlapScores[next] = static_cast<float>(Histogram::lowerEdge(
                filled.bins[i] >> Histogram::pageBits, filled.bins[i] & (Histogram::pageBins - 1)));
    }
    m_histogram.reset();
}

} // namespace patina
