#include "core/base/system.h"
#include "core/coreset/builders.h"
#include "core/coreset/greedy.h"
#include "core/coreset/novelty_gate.h"
#include "core/coreset/working_set.h"
#include "core/index/squared_distance.h"

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

/// Keeps everything until the working cap is exceeded; then reduces to K, and r is the radius reached. From then on it
/// starts from the distances of a block to the bank, greedily adds the patches farther than r, and over the cap reduces
/// again and raises r (after the doubling algorithm of Charikar et al. 1997). Old rows stay while r holds.
class GatedBuilder : public CoresetBuilder
{
public:
    GatedBuilder(const CoresetSettings &settings, FeatureMatrix projection)
        : m_settings(settings), m_threads(effectiveThreads(settings.threads)), m_random(settings.seed),
          m_cap(static_cast<std::int64_t>(std::ceil(settings.workingFactor * static_cast<double>(settings.bankSize)))),
          m_working(std::move(projection), m_threads, m_cap + settings.bankSize), m_gate(m_threads)
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
        // Parts of at most K patches: the working set never exceeds its cap by more.
        FeatureMatrix storage;
        auto selection = m_working.inSelectionSpace(features, storage, m_threads, context);
        if (!selection)
            return failFrom(std::move(selection));
        for (std::int64_t first = 0; first < features.rows(); first += m_settings.bankSize) {
            const std::int64_t rows = std::min(m_settings.bankSize, features.rows() - first);
            if (auto added = addPart({features, **selection, origins, first, rows}, context); !added)
                return added;
        }
        return {};
    }

    CoresetState state() const override { return m_working.state(m_random, m_radius); }

    Result<void> restore(CoresetState state, const JobContext &context) override
    {
        auto restored = m_working.restore(std::move(state), m_random, m_radius, m_threads, context);
        if (restored)
            m_gate.reset(m_working.selectionSpace());
        return restored;
    }

    Result<Coreset> finish(const JobContext &context) override
    {
        auto radius = m_radius > 0.0 ? m_working.reduce(m_settings.bankSize, m_random, m_threads, context)
                                     : m_working.reduceDistinct(m_settings.bankSize, m_random, m_threads, context);
        if (!radius)
            return failFrom(std::move(radius));
        m_radius = std::max(m_radius, *radius);
        Coreset coreset;
        coreset.rows = m_working.takeRows();
        coreset.origins = m_working.takeOrigins();
        coreset.greedyRadiusL2 = m_radius;
        return coreset;
    }

private:
    struct Part
    {
        const FeatureMatrix &features;
        const FeatureMatrix &selection;
        std::span<const PatchRef> origins;
        std::int64_t first;
        std::int64_t rows;
    };

    Result<void> addPart(const Part &part, const JobContext &context)
    {
        if (context.cancelled())
            return cancelledError();
        // Before the first reduction nothing has to be left out.
        auto added = m_radius > 0.0 ? addNovel(part, context) : addAll(part);
        return added && m_working.size() > m_cap ? reduce(context) : added;
    }

    Result<void> addAll(const Part &part)
    {
        for (std::int64_t row = part.first; row < part.first + part.rows; ++row)
            m_working.append(part.features, part.selection, row, part.origins[static_cast<std::size_t>(row)]);
        return {};
    }

    Result<void> addNovel(const Part &part, const JobContext &context)
    {
        std::vector<float> distances(static_cast<std::size_t>(part.rows));
        std::vector<std::int64_t> covering(distances.size());
        auto measured = m_gate.measure(m_working.selectionSpace(), part.selection, part.first, distances, covering,
                                       squaredRadius(), context);
        if (!measured)
            return measured;
        m_gate.learn(m_working.selectionSpace(), covering);
        FeatureMatrix novel(0, part.selection.dim());
        std::vector<std::int64_t> rows;
        std::vector<float> novelDistances;
        for (std::int64_t i = 0; i < part.rows; ++i) {
            const float distance = distances[static_cast<std::size_t>(i)];
            if (distance <= squaredRadius())
                continue;
            novel.appendRow(part.selection.row(part.first + i));
            rows.push_back(part.first + i);
            novelDistances.push_back(distance);
        }
        if (rows.empty())
            return {};
        GreedyRequest request;
        request.count = novel.rows();
        request.stopRadiusL2 = m_radius;
        request.threads = m_threads;
        request.squaredDistances = novelDistances;
        auto selection = greedySelect(novel, request, context);
        if (!selection)
            return failFrom(std::move(selection));
        for (const std::int64_t pick : selection->picks) {
            const std::int64_t row = rows[static_cast<std::size_t>(pick)];
            m_working.append(part.features, part.selection, row, part.origins[static_cast<std::size_t>(row)]);
            m_gate.append(part.selection.row(row));
        }
        return {};
    }

    Result<void> reduce(const JobContext &context)
    {
        auto radius = m_working.reduce(m_settings.bankSize, m_random, m_threads, context);
        if (!radius)
            return failFrom(std::move(radius));
        m_radius = std::max(m_radius, *radius);
        m_gate.reset(m_working.selectionSpace());
        return {};
    }

    /// In float32 this is exactly the square whose root the radius is.
    float squaredRadius() const { return static_cast<float>(m_radius * m_radius); }

    CoresetSettings m_settings;
    int m_threads;
    Random m_random;
    std::int64_t m_cap;
    WorkingSet m_working;
    NoveltyGate m_gate;
    double m_radius = 0.0;
};

} // namespace

std::unique_ptr<CoresetBuilder> makeGatedBuilder(const CoresetSettings &settings, FeatureMatrix projection)
{
    return std::make_unique<GatedBuilder>(settings, std::move(projection));
}

} // namespace patina
