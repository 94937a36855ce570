#include "core/base/system.h"
#include "core/coreset/builders.h"
#include "core/coreset/working_set.h"

#include <algorithm>
#include <numeric>

namespace patina {

namespace {

/// A binary counter of summaries: a block's own greedy picks are a summary of level 0; two summaries of a level are
/// joined, reduced to K where they are more, and make one of the next level. So a patch passes through as many
/// reductions as there are levels, log2 of the blocks, where meld-reduce has one for each block.
class TreeBuilder : public CoresetBuilder
{
public:
    TreeBuilder(const CoresetSettings &settings, FeatureMatrix projection)
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
        if (auto sound = checkBlock(features, origins, m_working.dim()); !sound || features.empty())
            return sound;
        FeatureMatrix storage;
        auto selection = m_working.inSelectionSpace(features, storage, m_threads, context);
        if (!selection)
            return failFrom(std::move(selection));
        auto picked = m_working.pick(**selection, requestFor(features.rows()), context);
        if (!picked)
            return failFrom(std::move(picked));
        m_radius = std::max(m_radius, picked->radiusL2);
        for (const std::int64_t pick : picked->picks)
            m_working.append(features, **selection, pick, origins[static_cast<std::size_t>(pick)]);
        if (!picked->picks.empty())
            m_summaries.push_back({0, static_cast<std::int64_t>(picked->picks.size())});
        return joinEqualLevels(context);
    }

    CoresetStateView state() const override
    {
        CoresetStateView state = m_working.state(m_random, m_radius);
        for (const Summary &summary : m_summaries)
            state.numbers.insert(state.numbers.end(), {summary.level, summary.rows});
        return state;
    }

    Result<void> restore(CoresetState state, const JobContext &context) override
    {
        constexpr std::size_t ofTheSet = 2; // numbers that belong to the working set
        std::vector<Summary> summaries;
        for (std::size_t i = ofTheSet; i + 1 < state.numbers.size(); i += 2)
            summaries.push_back({state.numbers[i], state.numbers[i + 1]});
        if (state.numbers.size() < ofTheSet || state.numbers.size() != ofTheSet + 2 * summaries.size() ||
            !fit(summaries, state.rows.rows() - m_working.frozen()))
            return fail(ErrorCode::BadFormat, "the levels of a tree of summaries do not belong together");
        state.numbers.resize(ofTheSet);
        auto restored = m_working.restore(std::move(state), m_random, m_radius, m_threads, context);
        if (restored)
            m_summaries = std::move(summaries);
        return restored;
    }

    Result<Coreset> finish(const JobContext &context) override
    {
        auto radius = m_working.reduceDistinct(m_settings.bankSize, m_random, m_threads, context);
        if (!radius)
            return failFrom(std::move(radius));
        return Coreset{m_working.takeRows(), m_working.takeOrigins(), std::max(m_radius, *radius)};
    }

private:
    /// Summaries lie one after another behind the frozen rows of the working set, levels descending.
    struct Summary
    {
        std::int64_t level;
        std::int64_t rows;
    };

    std::int64_t largestSummary() const { return m_settings.bankSize - m_working.frozen(); }

    GreedyRequest requestFor(std::int64_t rows)
    {
        GreedyRequest request;
        request.count = largestSummary();
        request.firstPick = static_cast<std::int64_t>(m_random.below(static_cast<std::uint64_t>(rows)));
        request.threads = m_threads;
        return request;
    }

    /// What a damaged file may have broken: levels descend, sizes are those of summaries and add up to the rows.
    bool fit(const std::vector<Summary> &summaries, std::int64_t rows) const
    {
        for (std::size_t i = 0; i < summaries.size(); ++i) {
            const Summary &summary = summaries[i];
            if (summary.level < 0 || (i > 0 && summary.level >= summaries[i - 1].level) || summary.rows < 1 ||
                summary.rows > largestSummary())
                return false;
            rows -= summary.rows;
        }
        return rows == 0;
    }

    Result<void> joinEqualLevels(const JobContext &context)
    {
        while (m_summaries.size() > 1 && m_summaries.back().level == m_summaries[m_summaries.size() - 2].level) {
            const Summary last = m_summaries.back();
            m_summaries.pop_back();
            Summary &joined = m_summaries.back();
            ++joined.level;
            joined.rows += last.rows;
            if (auto reduced = reduceLast(joined, context); !reduced)
                return reduced;
        }
        return {};
    }

    Result<void> reduceLast(Summary &summary, const JobContext &context)
    {
        if (summary.rows <= largestSummary())
            return {};
        const std::int64_t first = m_working.size() - summary.rows;
        auto picked = m_working.pickAmong({first, summary.rows}, requestFor(summary.rows), context);
        if (!picked)
            return failFrom(std::move(picked));
        m_radius = std::max(m_radius, picked->radiusL2);
        std::vector<std::int64_t> kept(static_cast<std::size_t>(first));
        std::iota(kept.begin(), kept.end(), std::int64_t{0});
        kept.insert(kept.end(), picked->picks.begin(), picked->picks.end());
        m_working.keep(kept);
        summary.rows = m_working.size() - first;
        return {};
    }

    CoresetSettings m_settings;
    int m_threads;
    Random m_random;
    WorkingSet m_working;
    std::vector<Summary> m_summaries;
    double m_radius = 0.0;
};

} // namespace

std::unique_ptr<CoresetBuilder> makeTreeBuilder(const CoresetSettings &settings, FeatureMatrix projection)
{
    return std::make_unique<TreeBuilder>(settings, std::move(projection));
}

} // namespace patina
