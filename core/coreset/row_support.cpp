#include "core/coreset/row_support.h"

#include "core/base/system.h"
#include "core/coreset/patch_probe.h"
#include "core/index/neighbour_index.h"
#include "core/index/squared_distance.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace patina {

namespace {

constexpr std::int64_t rowsAtOnce = 1024; ///< between two looks at the cancel flag
constexpr float infinite = std::numeric_limits<float>::infinity();

bool sameImage(const PatchRef &a, const PatchRef &b)
{
    return a.dataset == b.dataset && a.image == b.image;
}

} // namespace

SupportCounter::SupportCounter(const FeatureMatrix &bank, std::span<const PatchRef> origins, int threads)
    : m_bank(bank), m_origins(origins), m_threads(threads), m_lastImage(static_cast<std::size_t>(bank.rows()), -1)
{
    m_support.images.assign(m_lastImage.size(), 1);
    m_support.elsewhereL2.assign(m_lastImage.size(), infinite);
}

Result<void> SupportCounter::add(const FeatureMatrix &features, const PatchRef &origin, const JobContext &context)
{
    if (features.empty())
        return {};
    if (m_image < 0 || !sameImage(m_current, origin)) {
        ++m_image;
        m_current = origin;
    }
    return countNearest(features, origin, context).and_then([&] {
        return measureElsewhere(features, origin, context);
    });
}

Result<void> SupportCounter::countNearest(const FeatureMatrix &features, const PatchRef &origin,
                                          const JobContext &context)
{
    if (!m_index) {
        auto index = NeighbourIndex::create(m_bank, m_threads);
        if (!index)
            return failFrom(std::move(index));
        m_index = std::move(*index);
    }
    auto found = m_index->nearest(features, context);
    if (!found)
        return failFrom(std::move(found));
    for (const std::int64_t id : found->ids) {
        const auto row = static_cast<std::size_t>(id);
        if (m_lastImage[row] == m_image || sameImage(m_origins[row], origin))
            continue;
        m_lastImage[row] = m_image;
        ++m_support.images[row];
        m_support.elsewhereL2[row] = 0.0F;
    }
    return {};
}

/// Only rows that no other image has asked for so far need it: soon these are few.
Result<void> SupportCounter::measureElsewhere(const FeatureMatrix &features, const PatchRef &origin,
                                              const JobContext &context)
{
    std::vector<std::size_t> open;
    for (std::size_t row = 0; row < m_origins.size(); ++row)
        if (m_support.images[row] <= 1 && !sameImage(m_origins[row], origin))
            open.push_back(row);
    return lowerToNearest(m_bank, open, features, m_threads, m_support.elsewhereL2, context);
}

Result<RowNovelty> rowNovelty(const FeatureMatrix &bank, std::span<const PatchRef> origins, std::int32_t version,
                              int threads, const JobContext &context)
{
    RowNovelty novelty{std::vector<float>(origins.size(), infinite), 0.0};
    for (std::int64_t first = 0; first < bank.rows() && !context.cancelled(); first += rowsAtOnce) {
        context.report("support", first, bank.rows());
        const std::int64_t end = std::min(first + rowsAtOnce, bank.rows());
#pragma omp parallel for schedule(dynamic, 16) num_threads(effectiveThreads(threads))
        for (std::int64_t row = first; row < end; ++row) {
            const auto at = static_cast<std::size_t>(row);
            float squared = infinite;
            const std::int64_t others = origins[at].dataset == version ? bank.rows() : 0;
            for (std::int64_t other = 0; other < others; ++other)
                if (!sameImage(origins[at], origins[static_cast<std::size_t>(other)]))
                    squared = std::min(squared, squaredDistanceWithin(bank.row(row).data(), bank.row(other).data(),
                                                                      bank.dim(), squared));
            novelty.nearestRowL2[at] = std::sqrt(squared);
        }
    }
    if (context.cancelled())
        return cancelledError();
    const float smallest = novelty.nearestRowL2.empty() ? infinite : *std::ranges::min_element(novelty.nearestRowL2);
    novelty.spacing = std::isfinite(smallest) ? static_cast<double>(smallest) : 0.0;
    return novelty;
}

std::vector<double> loneliness(const RowNovelty &novelty, const RowSupport &support)
{
    std::vector<double> lonely(novelty.nearestRowL2.size(), 0.0);
    for (std::size_t row = 0; row < lonely.size(); ++row)
        if (novelty.spacing > 0.0 && support.images[row] == 1 && std::isfinite(support.elsewhereL2[row]) &&
            std::isfinite(novelty.nearestRowL2[row]))
            lonely[row] =
                (static_cast<double>(support.elsewhereL2[row]) + static_cast<double>(novelty.nearestRowL2[row])) /
                novelty.spacing;
    return lonely;
}

} // namespace patina
