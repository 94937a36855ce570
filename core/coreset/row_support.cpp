#include "core/coreset/row_support.h"

namespace patina {

SupportCounter::SupportCounter(const FeatureMatrix &bank, std::span<const PatchRef> origins, int threads)
    : m_bank(bank), m_origins(origins), m_threads(threads), m_images(static_cast<std::size_t>(bank.rows()), 1),
      m_lastImage(m_images.size(), -1)
{
}

Result<Neighbours> SupportCounter::add(const FeatureMatrix &features, const PatchRef &image, const JobContext &context)
{
    if (features.empty())
        return Neighbours{};
    if (m_image < 0 || !sameImage(m_current, image)) {
        ++m_image;
        m_current = image;
    }
    if (!m_index) {
        auto index = NeighbourIndex::create(m_bank, m_threads, context);
        if (!index)
            return failFrom(std::move(index));
        m_index = std::move(*index);
    }
    auto found = m_index->nearest(features, context);
    if (!found)
        return failFrom(std::move(found));
    for (const std::int64_t id : found->ids) {
        const auto row = static_cast<std::size_t>(id);
        if (m_lastImage[row] == m_image || sameImage(m_origins[row], image))
            continue;
        m_lastImage[row] = m_image;
        ++m_images[row];
    }
    return found;
}

} // namespace patina
