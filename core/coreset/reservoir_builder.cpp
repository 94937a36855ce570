#include "core/base/system.h"
#include "core/coreset/builders.h"
#include "core/coreset/gated_net.h"
#include "core/coreset/reservoir_draw.h"
#include "core/coreset/working_set.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina {

namespace {

/// Greedy over a uniform sample and a gated net of all patches. The sample shows what is common as densely as it is;
/// the net holds what is rare, which a sample misses. While the sample holds all patches there is no net, and the bank
/// is that of plain greedy over everything.
class ReservoirBuilder : public CoresetBuilder
{
public:
    ReservoirBuilder(const CoresetSettings &settings, FeatureMatrix projection)
        : m_settings(settings), m_threads(effectiveThreads(settings.threads)), m_random(settings.seed),
          m_draw(std::max(settings.reservoirRows, settings.bankSize), settings.seed), m_net(settings, projection),
          m_sample(std::move(projection), m_threads, reservoirRoom(settings))
    {
    }

    Result<void> freeze(FeatureMatrix rows, std::vector<PatchRef> origins, const JobContext &context) override
    {
        m_undrawn = rows.rows();
        return m_net.freeze(rows, origins, context).and_then([&] {
            return m_sample.freeze(std::move(rows), std::move(origins), m_threads, context);
        });
    }

    /// They stay in the sample, whatever is drawn.
    Result<void> addEarlier(const FeatureMatrix &rows, std::span<const PatchRef> origins,
                            const JobContext &context) override
    {
        if (auto sound = checkBlock(rows, origins, m_sample.dim()); !sound)
            return sound;
        FeatureMatrix storage;
        auto selection = m_sample.inSelectionSpace(rows, storage, m_threads, context);
        if (!selection)
            return failFrom(std::move(selection));
        m_sample.expect(reservoirRoom(m_settings) + rows.rows());
        for (std::int64_t row = 0; row < rows.rows(); ++row)
            m_sample.append(rows, **selection, row, origins[static_cast<std::size_t>(row)]);
        m_undrawn = m_sample.size();
        return {};
    }

    Result<void> add(const FeatureMatrix &features, std::span<const PatchRef> origins,
                     const JobContext &context) override
    {
        if (auto sound = checkBlock(features, origins, m_sample.dim()); !sound || features.empty())
            return sound;
        FeatureMatrix storage;
        auto selection = m_sample.inSelectionSpace(features, storage, m_threads, context);
        if (!selection)
            return failFrom(std::move(selection));
        const PatchBlock block{features, **selection, origins};
        if (auto shown = showToNet(block, context); !shown)
            return shown;
        if (context.cancelled())
            return cancelledError();
        m_draw.pass(features.rows(), [&](std::int64_t row, std::int64_t slot) {
            const std::int64_t place = m_undrawn + slot;
            const PatchRef &origin = origins[static_cast<std::size_t>(row)];
            if (place == m_sample.size())
                m_sample.append(features, **selection, row, origin);
            else
                m_sample.replace(features, **selection, row, origin, place);
        });
        return {};
    }

    /// Rows of the sample, then those of the net; counters of the draw, those of the net, the rows of the sample.
    double radiusL2() const override { return m_net.radius(); }

    CoresetStateView state() const override
    {
        CoresetStateView state{{{&m_sample.rows(), m_sample.origins()}}, m_draw.state()};
        const CoresetStateView net = m_net.state();
        if (overflowed())
            state.parts.insert(state.parts.end(), net.parts.begin(), net.parts.end());
        state.numbers.insert(state.numbers.end(), net.numbers.begin(), net.numbers.end());
        state.numbers.push_back(m_sample.size());
        return state;
    }

    Result<void> restore(CoresetState state, const JobContext &context) override
    {
        constexpr std::size_t ofTheNet = 2;
        const std::vector<std::int64_t> numbers = std::move(state.numbers);
        const std::int64_t all = state.rows.rows();
        if (numbers.size() != ReservoirDraw::stateNumbers + ofTheNet + 1 ||
            static_cast<std::int64_t>(state.origins.size()) != all || numbers.back() < m_undrawn ||
            numbers.back() > all || all - numbers.back() > GatedNet::mostRows(m_settings))
            return fail(ErrorCode::BadFormat,
                        fmt::format("the {} rows of a reservoir and its net do not belong together", all));
        const std::int64_t sampled = numbers.back();
        const auto ofTheDraw = std::span(numbers).first(ReservoirDraw::stateNumbers);
        if (auto drawn = m_draw.restore(ofTheDraw, sampled - m_undrawn); !drawn)
            return drawn;
        if (overflowed() != (all > sampled))
            return fail(ErrorCode::BadFormat, "a reservoir that is full has no net, or one that is not has one");
        if (overflowed())
            if (auto net = restoreNet(state, sampled, std::span(numbers).subspan(ReservoirDraw::stateNumbers, ofTheNet),
                                      context);
                !net)
                return net;
        state.rows.resize(sampled);
        state.origins.resize(static_cast<std::size_t>(sampled));
        state.numbers = m_sample.state(m_random, 0.0).numbers;
        double radius = 0.0;
        return m_sample.restore(std::move(state), m_random, radius, m_threads, context);
    }

    Result<Coreset> finish(const JobContext &context) override
    {
        if (overflowed()) {
            const WorkingSet &net = m_net.rows();
            for (std::int64_t row = net.frozen(); row < net.size(); ++row)
                m_sample.append(net.rows(), net.selectionSpace(), row, net.origins()[static_cast<std::size_t>(row)]);
            m_net = GatedNet(m_settings, {});
        }
        auto radius = m_sample.reduceDistinct(m_settings.bankSize, m_random, m_threads, context);
        if (!radius)
            return failFrom(std::move(radius));
        return Coreset{m_sample.takeRows(), m_sample.takeOrigins(), *radius};
    }

private:
    bool overflowed() const { return m_draw.seen() > m_draw.size(); }

    /// Before the sample is told of a block that it cannot hold as a whole.
    Result<void> showToNet(const PatchBlock &block, const JobContext &context)
    {
        const std::int64_t rows = block.features.rows();
        if (m_draw.seen() + rows <= m_draw.size())
            return {};
        if (!overflowed()) {
            const PatchBlock sofar{m_sample.rows(), m_sample.selectionSpace(), m_sample.origins()};
            const RowRange loose{m_sample.frozen(), m_sample.size() - m_sample.frozen()};
            if (auto shown = m_net.add(sofar, loose, context); !shown)
                return shown;
        }
        return m_net.add(block, {0, rows}, context);
    }

    Result<void> restoreNet(const CoresetState &state, std::int64_t first, std::span<const std::int64_t> numbers,
                            const JobContext &context)
    {
        CoresetState net;
        net.rows = rowsOf(state.rows, RowRange{first, state.rows.rows() - first});
        net.origins.assign(state.origins.begin() + first, state.origins.end());
        net.numbers.assign(numbers.begin(), numbers.end());
        return m_net.restore(std::move(net), context);
    }

    CoresetSettings m_settings;
    int m_threads;
    Random m_random;
    ReservoirDraw m_draw;
    GatedNet m_net;
    WorkingSet m_sample;
    std::int64_t m_undrawn = 0; ///< rows at its start that are no part of the draw
};

} // namespace

std::int64_t reservoirRoom(const CoresetSettings &settings)
{
    return std::max(settings.reservoirRows, settings.bankSize) + GatedNet::mostRows(settings);
}

std::unique_ptr<CoresetBuilder> makeReservoirBuilder(const CoresetSettings &settings, FeatureMatrix projection)
{
    return std::make_unique<ReservoirBuilder>(settings, std::move(projection));
}

} // namespace patina
