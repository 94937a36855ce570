#include "core/base/system.h"
#include "core/coreset/builders.h"
#include "core/coreset/gated_net.h"

namespace patina {

namespace {

/// A gated net, reduced to K at the end.
class GatedBuilder : public CoresetBuilder
{
public:
    GatedBuilder(const CoresetSettings &settings, FeatureMatrix projection)
        : m_threads(effectiveThreads(settings.threads)), m_net(settings, std::move(projection))
    {
    }

    Result<void> freeze(FeatureMatrix rows, std::vector<PatchRef> origins, const JobContext &context) override
    {
        return m_net.freeze(std::move(rows), std::move(origins), context);
    }

    Result<void> add(const FeatureMatrix &features, std::span<const PatchRef> origins,
                     const JobContext &context) override
    {
        if (auto sound = checkBlock(features, origins, m_net.rows().dim()); !sound)
            return sound;
        FeatureMatrix storage;
        auto selection = m_net.rows().inSelectionSpace(features, storage, m_threads, context);
        if (!selection)
            return failFrom(std::move(selection));
        return m_net.add({features, **selection, origins}, {0, features.rows()}, context);
    }

    double radiusL2() const override { return m_net.radius(); }

    CoresetStateView state() const override { return m_net.state(); }

    Result<void> restore(CoresetState state, const JobContext &context) override
    {
        return m_net.restore(std::move(state), context);
    }

    Result<Coreset> finish(const JobContext &context) override
    {
        if (auto reduced = m_net.reduceToBank(context); !reduced)
            return failFrom(std::move(reduced));
        return Coreset{m_net.rows().takeRows(), m_net.rows().takeOrigins(), m_net.radius()};
    }

private:
    int m_threads;
    GatedNet m_net;
};

} // namespace

std::unique_ptr<CoresetBuilder> makeGatedBuilder(const CoresetSettings &settings, FeatureMatrix projection)
{
    return std::make_unique<GatedBuilder>(settings, std::move(projection));
}

} // namespace patina
