#include "core/metrics/aupimo.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>

namespace patina {
namespace {

template <typename Count>
std::vector<std::uint32_t> pagesFromTheTop(const ScoreHistogram<Count> &histogram)
{
    std::vector<std::uint32_t> pages = histogram.usedPages();
    std::sort(pages.begin(), pages.end(), std::greater<>());
    return pages;
}

/// Calls `visit(lower edge, count)` for filled bins from the highest score down, while it answers true.
template <typename Count, typename Visit>
void forBinsFromTheTop(const ScoreHistogram<Count> &histogram, Visit visit)
{
    for (const std::uint32_t index : pagesFromTheTop(histogram)) {
        const auto &page = *histogram.page(index);
        for (std::size_t bin = page.size(); bin-- > 0;)
            if (page[bin] != Count{} && !visit(ScoreHistogram<Count>::lowerEdge(index, bin), page[bin]))
                return;
    }
}

struct FprStep
{
    double threshold = 0.0;
    double fpr = 0.0; ///< with everything at or above the threshold flagged
};

double logOverlap(std::span<const FprStep> steps, const RecallSketch &image)
{
    double area = 0.0;
    double fprBefore = 0.0;
    double tpr = 0.0;
    std::size_t next = 0;
    for (const FprStep &step : steps) {
        // Up to this step's FPR only what lies above its bin can be had.
        while (next < image.points().size() && image.points()[next].threshold > step.threshold)
            tpr = image.points()[next++].tpr;
        const double from = std::max(fprBefore, aupimoLowFpr);
        const double to = std::min(step.fpr, aupimoHighFpr);
        if (to > from)
            area += tpr * std::log(to / from);
        fprBefore = step.fpr;
    }
    return area / std::log(aupimoHighFpr / aupimoLowFpr);
}

} // namespace

RecallSketch::RecallSketch(const ScoreHistogram<std::uint64_t> &pixels)
{
    double total = 0.0;
    forBinsFromTheTop(pixels, [&](double, std::uint64_t count) {
        total += static_cast<double>(count);
        return true;
    });
    assert(total > 0.0);
    double above = 0.0;
    forBinsFromTheTop(pixels, [&](double threshold, std::uint64_t count) {
        above += static_cast<double>(count);
        const double tpr = above / total;
        if (m_points.empty() || tpr - m_points.back().tpr >= 0.001 || above == total)
            m_points.push_back({threshold, tpr});
        return true;
    });
}

double aupimoOf(const ScoreHistogram<ExactSum> &goodFpr, std::int64_t goodImages, std::span<const RecallSketch> images)
{
    assert(goodImages > 0 && !images.empty());
    std::vector<FprStep> steps;
    double sum = 0.0;
    forBinsFromTheTop(goodFpr, [&](double threshold, const ExactSum &share) {
        sum += static_cast<double>(share);
        steps.push_back({threshold, sum / static_cast<double>(goodImages)});
        return steps.back().fpr < aupimoHighFpr;
    });
    double total = 0.0;
    for (const RecallSketch &image : images)
        total += logOverlap(steps, image);
    return total / static_cast<double>(images.size());
}

} // namespace patina
