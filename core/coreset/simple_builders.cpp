#include "core/base/system.h"
#include "core/coreset/builders.h"
#include "core/coreset/greedy.h"
#include "core/coreset/patch_sampler.h"
#include "core/coreset/working_set.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina {

namespace {

Coreset takeCoreset(WorkingSet &working, double radius)
{
    Coreset coreset;
    coreset.rows = working.takeRows();
    coreset.origins = working.takeOrigins();
    coreset.greedyRadiusL2 = radius;
    return coreset;
}

/// Each block's own greedy picks join the bank, which is then reduced to K.
class MeldReduceBuilder : public CoresetBuilder
{
public:
    MeldReduceBuilder(const CoresetSettings &settings, FeatureMatrix projection)
        : m_settings(settings), m_threads(effectiveThreads(settings.threads)), m_random(settings.seed),
          m_working(std::move(projection), m_threads, 2 * settings.bankSize),
          m_quota(std::max(std::min(settings.bankSize, fewestPicks), settings.bankSize / 8))
    {
    }

    Result<void> freeze(FeatureMatrix rows, std::vector<PatchRef> origins, const JobContext &context) override
    {
        return m_working.freeze(std::move(rows), std::move(origins), m_threads, context);
    }

    Result<void> add(const FeatureMatrix &features, std::span<const PatchRef> origins,
                     const JobContext &context) override
    {
        if (auto sound = checkBlock(features, origins, m_working.dim()); !sound || features.empty())
            return sound;
        FeatureMatrix storage;
        auto selection = m_working.inSelectionSpace(features, storage, m_threads, context);
        if (!selection)
            return failFrom(std::move(selection));
        GreedyRequest request;
        // Until the bank is full nothing has to be left out.
        request.count = std::max(m_quota, m_settings.bankSize - m_working.size());
        request.firstPick = static_cast<std::int64_t>(m_random.below(static_cast<std::uint64_t>(features.rows())));
        request.threads = m_threads;
        auto picked = m_working.pick(**selection, request, context);
        if (!picked)
            return failFrom(std::move(picked));
        for (const std::int64_t pick : picked->picks)
            m_working.append(features, **selection, pick, origins[static_cast<std::size_t>(pick)]);
        return reduce(context);
    }

    CoresetStateView state() const override { return m_working.state(m_random, m_radius); }

    Result<void> restore(CoresetState state, const JobContext &context) override
    {
        return m_working.restore(std::move(state), m_random, m_radius, m_threads, context);
    }

    Result<Coreset> finish(const JobContext &) override { return takeCoreset(m_working, m_radius); }

private:
    static constexpr std::int64_t fewestPicks = 64;

    Result<void> reduce(const JobContext &context)
    {
        auto radius = m_working.reduce(m_settings.bankSize, m_random, m_threads, context);
        if (!radius)
            return failFrom(std::move(radius));
        m_radius = std::max(m_radius, *radius);
        return {};
    }

    CoresetSettings m_settings;
    int m_threads;
    Random m_random;
    WorkingSet m_working;
    std::int64_t m_quota; ///< picks a block
    double m_radius = 0.0;
};

/// Plain greedy over everything.
class OfflineBuilder : public CoresetBuilder
{
public:
    OfflineBuilder(const CoresetSettings &settings, FeatureMatrix projection)
        : m_settings(settings), m_threads(effectiveThreads(settings.threads)), m_random(settings.seed),
          m_working(std::move(projection), m_threads)
    {
    }

    Result<void> freeze(FeatureMatrix rows, std::vector<PatchRef> origins, const JobContext &context) override
    {
        return m_working.freeze(std::move(rows), std::move(origins), m_threads, context);
    }

    Result<void> add(const FeatureMatrix &features, std::span<const PatchRef> origins,
                     const JobContext &context) override
    {
        if (auto sound = checkBlock(features, origins, m_working.dim()); !sound)
            return sound;
        FeatureMatrix storage;
        auto selection = m_working.inSelectionSpace(features, storage, m_threads, context);
        if (!selection)
            return failFrom(std::move(selection));
        for (std::int64_t row = 0; row < features.rows() && !context.cancelled(); ++row)
            m_working.append(features, **selection, row, origins[static_cast<std::size_t>(row)]);
        return context.cancelled() ? cancelledError() : Result<void>{};
    }

    CoresetStateView state() const override { return m_working.state(m_random, 0.0); }

    Result<void> restore(CoresetState state, const JobContext &context) override
    {
        double radius = 0.0;
        return m_working.restore(std::move(state), m_random, radius, m_threads, context);
    }

    Result<Coreset> finish(const JobContext &context) override
    {
        auto radius = m_working.reduce(m_settings.bankSize, m_random, m_threads, context);
        if (!radius)
            return failFrom(std::move(radius));
        return takeCoreset(m_working, *radius);
    }

private:
    CoresetSettings m_settings;
    int m_threads;
    Random m_random;
    WorkingSet m_working;
};

/// A uniform reservoir of K patches, less the frozen rows.
class RandomBuilder : public CoresetBuilder
{
public:
    RandomBuilder(const CoresetSettings &settings, int dim)
        : m_settings(settings), m_sampler(settings.bankSize, settings.seed), m_dim(dim)
    {
    }

    Result<void> freeze(FeatureMatrix rows, std::vector<PatchRef> origins, const JobContext &) override
    {
        m_dim = rows.dim();
        m_sampler = PatchSampler(m_settings.bankSize - rows.rows(), m_settings.seed);
        m_frozen = {std::move(rows), std::move(origins)};
        return {};
    }

    Result<void> add(const FeatureMatrix &features, std::span<const PatchRef> origins,
                     const JobContext &context) override
    {
        if (auto sound = checkBlock(features, origins, m_dim); !sound || features.empty())
            return sound;
        if (context.cancelled())
            return cancelledError();
        m_dim = features.dim();
        m_sampler.add(features, origins);
        return {};
    }

    CoresetStateView state() const override { return m_sampler.state(); }

    Result<void> restore(CoresetState state, const JobContext &) override
    {
        if (m_dim > 0 && !state.rows.empty() && state.rows.dim() != m_dim)
            return fail(ErrorCode::BadFormat,
                        fmt::format("a sample has {} features a row, not {}", state.rows.dim(), m_dim));
        return m_sampler.restore(std::move(state));
    }

    Result<Coreset> finish(const JobContext &) override
    {
        const PatchSample sample = m_sampler.take();
        Coreset coreset{std::move(m_frozen.features), std::move(m_frozen.origins), 0.0};
        if (!sample.features.empty())
            coreset.rows.appendRows(sample.features);
        coreset.origins.insert(coreset.origins.end(), sample.origins.begin(), sample.origins.end());
        return coreset;
    }

private:
    CoresetSettings m_settings;
    PatchSample m_frozen;
    PatchSampler m_sampler;
    int m_dim; ///< 0: any
};

} // namespace

std::unique_ptr<CoresetBuilder> makeMeldReduceBuilder(const CoresetSettings &settings, FeatureMatrix projection)
{
    return std::make_unique<MeldReduceBuilder>(settings, std::move(projection));
}

std::unique_ptr<CoresetBuilder> makeOfflineBuilder(const CoresetSettings &settings, FeatureMatrix projection)
{
    return std::make_unique<OfflineBuilder>(settings, std::move(projection));
}

std::unique_ptr<CoresetBuilder> makeRandomBuilder(const CoresetSettings &settings, int dim)
{
    return std::make_unique<RandomBuilder>(settings, dim);
}

} // namespace patina
