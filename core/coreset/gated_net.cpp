#include "core/coreset/gated_net.h"

#include "core/base/system.h"
#include "core/coreset/greedy.h"

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

std::int64_t workingCap(const CoresetSettings &settings)
{
    return static_cast<std::int64_t>(std::ceil(settings.workingFactor * static_cast<double>(settings.bankSize)));
}

} // namespace

GatedNet::GatedNet(const CoresetSettings &settings, FeatureMatrix projection)
    : m_bankSize(settings.bankSize), m_cap(workingCap(settings)), m_threads(effectiveThreads(settings.threads)),
      m_random(settings.seed), m_working(std::move(projection), m_threads, mostRows(settings)), m_gate(m_threads)
{
}

std::int64_t GatedNet::mostRows(const CoresetSettings &settings)
{
    return workingCap(settings) + settings.bankSize;
}

Result<void> GatedNet::add(const PatchBlock &block, RowRange range, const JobContext &context)
{
    // Parts of at most K patches: the working set never exceeds its cap by more.
    const std::int64_t end = range.first + range.count;
    for (std::int64_t first = range.first; first < end; first += m_bankSize)
        if (auto added = addPart(block, {first, std::min(m_bankSize, end - first)}, context); !added)
            return added;
    return {};
}

Result<void> GatedNet::addPart(const PatchBlock &block, RowRange part, const JobContext &context)
{
    if (context.cancelled())
        return cancelledError();
    if (m_radius > 0.0) {
        if (auto added = addNovel(block, part, context); !added)
            return added;
    } else {
        // Before the first reduction nothing has to be left out.
        for (std::int64_t row = part.first; row < part.first + part.count; ++row)
            take(block, row);
    }
    return m_working.size() > m_cap ? reduce(context) : Result<void>{};
}

Result<void> GatedNet::addNovel(const PatchBlock &block, RowRange part, const JobContext &context)
{
    std::vector<float> distances(static_cast<std::size_t>(part.count));
    std::vector<std::int64_t> covering(distances.size());
    auto measured = m_gate.measure(m_working.selectionSpace(), block.selection, part.first, distances, covering,
                                   squaredRadius(), context);
    if (!measured)
        return measured;
    m_gate.learn(m_working.selectionSpace(), covering, context);
    FeatureMatrix novel(0, block.selection.dim());
    std::vector<std::int64_t> rows;
    std::vector<float> novelDistances;
    for (std::int64_t i = 0; i < part.count; ++i) {
        const float distance = distances[static_cast<std::size_t>(i)];
        if (distance <= squaredRadius())
            continue;
        novel.appendRow(block.selection.row(part.first + i));
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
        take(block, row);
        m_gate.append(block.selection.row(row));
    }
    return {};
}

void GatedNet::take(const PatchBlock &block, std::int64_t row)
{
    m_working.append(block.features, block.selection, row, block.origins[static_cast<std::size_t>(row)]);
}

Result<void> GatedNet::reduce(const JobContext &context)
{
    auto radius = m_working.reduce(m_bankSize, m_random, m_threads, context);
    if (!radius)
        return failFrom(std::move(radius));
    m_radius = std::max(m_radius, *radius);
    m_gate.reset(m_working.selectionSpace(), context);
    return {};
}

Result<void> GatedNet::reduceToBank(const JobContext &context)
{
    auto radius = m_radius > 0.0 ? m_working.reduce(m_bankSize, m_random, m_threads, context)
                                 : m_working.reduceDistinct(m_bankSize, m_random, m_threads, context);
    return radius.map([&](double reached) { m_radius = std::max(m_radius, reached); });
}

Result<void> GatedNet::restore(CoresetState state, const JobContext &context)
{
    auto restored = m_working.restore(std::move(state), m_random, m_radius, m_threads, context);
    if (restored)
        m_gate.reset(m_working.selectionSpace(), context);
    return restored;
}

} // namespace patina
