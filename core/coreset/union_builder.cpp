#include "core/base/system.h"
#include "core/coreset/builders.h"
#include "core/coreset/working_set.h"

#include <algorithm>
#include <numeric>

namespace patina {

namespace {

/// Each image's own greedy picks, without any reduction between images: as many for one as for another, fewer only
/// where an image has no more. The quota is the smallest at which the images seen so far fill the bank, and falls with
/// each new one. An image's rows are in the order of its greedy picks, so that the first ones are those of a smaller
/// quota. Blocks of an image compete for it.
class UnionBuilder : public CoresetBuilder
{
public:
    UnionBuilder(const CoresetSettings &settings, FeatureMatrix projection)
        : m_settings(settings), m_threads(effectiveThreads(settings.threads)), m_random(settings.seed),
          m_working(std::move(projection), m_threads, 2 * settings.bankSize)
    {
    }

    Result<void> freeze(FeatureMatrix rows, std::vector<PatchRef> origins, const JobContext &context) override
    {
        return m_working.freeze(std::move(rows), std::move(origins), m_threads, context);
    }

    /// A block may hold patches of several images, one after another.
    Result<void> add(const FeatureMatrix &features, std::span<const PatchRef> origins,
                     const JobContext &context) override
    {
        if (auto sound = checkBlock(features, origins, m_working.dim()); !sound || features.empty())
            return sound;
        FeatureMatrix storage;
        auto selection = m_working.inSelectionSpace(features, storage, m_threads, context);
        if (!selection)
            return failFrom(std::move(selection));
        for (const RowRange &image : imagesIn(origins, 0))
            if (auto added = addImage(features, **selection, origins, image, context); !added)
                return added;
        return {};
    }

    CoresetStateView state() const override { return m_working.state(m_random, m_radius); }

    Result<void> restore(CoresetState state, const JobContext &context) override
    {
        return m_working.restore(std::move(state), m_random, m_radius, m_threads, context);
    }

    Result<Coreset> finish(const JobContext &context) override
    {
        auto radius = m_working.reduce(m_settings.bankSize, m_random, m_threads, context);
        if (!radius)
            return failFrom(std::move(radius));
        return Coreset{m_working.takeRows(), m_working.takeOrigins(), std::max(m_radius, *radius)};
    }

private:
    /// Runs of one image, from row `first` on.
    static std::vector<RowRange> imagesIn(std::span<const PatchRef> origins, std::int64_t first)
    {
        std::vector<RowRange> images;
        for (auto row = static_cast<std::size_t>(first); row < origins.size(); ++row) {
            if (images.empty() || !sameImage(origins[row], origins[row - 1]))
                images.push_back({static_cast<std::int64_t>(row), 0});
            ++images.back().count;
        }
        return images;
    }

    /// The smallest number of rows of each image that together fill the room beside the frozen rows, or all there are.
    std::int64_t quotaFor(const std::vector<RowRange> &images) const
    {
        const std::int64_t room = m_settings.bankSize - m_working.frozen();
        const auto fills = [&](std::int64_t quota) {
            std::int64_t rows = 0;
            for (const RowRange &image : images)
                rows += std::min(image.count, quota);
            return rows >= room;
        };
        std::int64_t low = 1;
        std::int64_t high = room;
        while (low < high) {
            const std::int64_t middle = low + (high - low) / 2;
            if (fills(middle))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    Result<void> addImage(const FeatureMatrix &features, const FeatureMatrix &selection,
                          std::span<const PatchRef> origins, RowRange image, const JobContext &context)
    {
        std::vector<RowRange> images = imagesIn(m_working.origins(), m_working.frozen());
        const PatchRef &origin = origins[static_cast<std::size_t>(image.first)];
        const bool goesOn = !images.empty() && sameImage(m_working.origins().back(), origin);
        if (!goesOn)
            images.push_back({m_working.size(), 0});
        images.back().count = m_settings.bankSize; // it may have any number
        auto picked =
            image.count == features.rows()
                ? m_working.pick(selection, requestFor(image.count, quotaFor(images)), context)
                : m_working.pick(rowsOf(selection, image), requestFor(image.count, quotaFor(images)), context);
        if (!picked)
            return failFrom(std::move(picked));
        for (const std::int64_t pick : picked->picks) {
            const std::int64_t row = image.first + pick;
            m_working.append(features, selection, row, origins[static_cast<std::size_t>(row)]);
        }
        if (goesOn)
            if (auto ordered = orderLastImage(images.back().first, context); !ordered)
                return ordered;
        if (m_working.size() > m_settings.bankSize)
            cutToQuota();
        // More images than rows: one of each is too many.
        if (m_working.size() < 2 * m_settings.bankSize)
            return {};
        auto radius = m_working.reduce(m_settings.bankSize, m_random, m_threads, context);
        if (!radius)
            return failFrom(std::move(radius));
        m_radius = std::max(m_radius, *radius);
        return {};
    }

    GreedyRequest requestFor(std::int64_t rows, std::int64_t count)
    {
        GreedyRequest request;
        request.count = count;
        request.firstPick = static_cast<std::int64_t>(m_random.below(static_cast<std::uint64_t>(rows)));
        request.threads = m_threads;
        return request;
    }

    /// Makes the picks of an image's blocks, which lie from row `first` on, greedy picks of the image.
    Result<void> orderLastImage(std::int64_t first, const JobContext &context)
    {
        const std::int64_t rows = m_working.size() - first;
        auto picked = m_working.pickAmong({first, rows}, requestFor(rows, rows), context);
        if (!picked)
            return failFrom(std::move(picked));
        std::vector<std::int64_t> kept(static_cast<std::size_t>(first));
        std::iota(kept.begin(), kept.end(), std::int64_t{0});
        kept.insert(kept.end(), picked->picks.begin(), picked->picks.end());
        m_working.keep(kept);
        return {};
    }

    void cutToQuota()
    {
        const std::vector<RowRange> images = imagesIn(m_working.origins(), m_working.frozen());
        const std::int64_t quota = quotaFor(images);
        std::vector<std::int64_t> kept(static_cast<std::size_t>(m_working.frozen()));
        std::iota(kept.begin(), kept.end(), std::int64_t{0});
        for (const RowRange &image : images)
            for (std::int64_t i = 0; i < std::min(image.count, quota); ++i)
                kept.push_back(image.first + i);
        m_working.keep(kept);
    }

    CoresetSettings m_settings;
    int m_threads;
    Random m_random;
    WorkingSet m_working;
    double m_radius = 0.0;
};

} // namespace

std::unique_ptr<CoresetBuilder> makeUnionBuilder(const CoresetSettings &settings, FeatureMatrix projection)
{
    return std::make_unique<UnionBuilder>(settings, std::move(projection));
}

} // namespace patina
