#include "core/base/system.h"
#include "core/coreset/builders.h"
#include "core/coreset/working_set.h"

#include <algorithm>
#include <numeric>

namespace patina {

namespace {

bool sameImage(const PatchRef &a, const PatchRef &b)
{
    return a.dataset == b.dataset && a.image == b.image;
}

/// Each image's own greedy picks, without any reduction between images. While there is room in the bank nothing is left
/// out; as soon as there is none, every image is cut to the quota, K over the number of images rounded up. Blocks of an
/// image compete for its quota.
class UnionBuilder : public CoresetBuilder
{
public:
    UnionBuilder(const CoresetSettings &settings, FeatureMatrix projection)
        : m_settings(settings), m_threads(effectiveThreads(settings.threads)), m_random(settings.seed),
          m_working(std::move(projection), m_threads)
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

    CoresetState state() const override { return m_working.state(m_random, m_radius); }

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

    static Result<GreedySelection> all(RowRange image)
    {
        GreedySelection selection;
        selection.picks.resize(static_cast<std::size_t>(image.count));
        std::iota(selection.picks.begin(), selection.picks.end(), image.first);
        return selection;
    }

    std::int64_t room() const { return m_settings.bankSize - m_working.frozen(); }

    std::int64_t quotaFor(std::size_t imagesHeld) const
    {
        const auto images = std::max({m_settings.images, static_cast<std::int64_t>(imagesHeld), std::int64_t{1}});
        return (room() + images - 1) / images;
    }

    Result<void> addImage(const FeatureMatrix &features, const FeatureMatrix &selection,
                          std::span<const PatchRef> origins, RowRange image, const JobContext &context)
    {
        const std::vector<RowRange> held = imagesIn(m_working.origins(), m_working.frozen());
        GreedyRequest request;
        request.count = std::max(quotaFor(held.size()), m_settings.bankSize - m_working.size());
        request.firstPick = static_cast<std::int64_t>(m_random.below(static_cast<std::uint64_t>(image.count)));
        request.threads = m_threads;
        auto picked = image.count == features.rows() ? m_working.pick(selection, request, context)
                                                     : m_working.pick(rowsOf(selection, image), request, context);
        if (!picked)
            return failFrom(std::move(picked));
        m_radius = std::max(m_radius, picked->radiusL2);
        for (const std::int64_t pick : picked->picks) {
            const std::int64_t row = image.first + pick;
            m_working.append(features, selection, row, origins[static_cast<std::size_t>(row)]);
        }
        return m_working.size() > m_settings.bankSize ? cutToQuota(context) : Result<void>{};
    }

    /// Greedy picks start from an image's first row, so that of one that has been cut before its first picks stay.
    Result<void> cutToQuota(const JobContext &context)
    {
        const std::vector<RowRange> images = imagesIn(m_working.origins(), m_working.frozen());
        GreedyRequest request;
        request.count = quotaFor(images.size());
        request.threads = m_threads;
        std::vector<std::int64_t> kept(static_cast<std::size_t>(m_working.frozen()));
        std::iota(kept.begin(), kept.end(), std::int64_t{0});
        for (const RowRange &image : images) {
            auto picked = image.count > request.count ? m_working.pickAmong(image, request, context) : all(image);
            if (!picked)
                return failFrom(std::move(picked));
            m_radius = std::max(m_radius, picked->radiusL2);
            kept.insert(kept.end(), picked->picks.begin(), picked->picks.end());
        }
        m_working.keep(kept);
        return {};
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
