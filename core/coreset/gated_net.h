#pragma once

#include "core/coreset/coreset_builder.h"
#include "core/coreset/novelty_gate.h"
#include "core/coreset/working_set.h"

#include <cstdint>
#include <span>

namespace patina {

/// Patches in full and in selection space, and where they came from.
struct PatchBlock
{
    const FeatureMatrix &features;
    const FeatureMatrix &selection;
    std::span<const PatchRef> origins;
};

/// Rows that cover everything shown within a radius r. Keeps everything until the working cap is exceeded; then reduces
/// to K, and r is the radius reached. From then on it starts from the distances of a block to the rows, greedily adds
/// the patches farther than r, and over the cap reduces again and raises r (after the doubling algorithm of Charikar et
/// al. 1997). Old rows stay while r holds. It holds at most mostRows() rows.
class GatedNet
{
public:
    GatedNet(const CoresetSettings &settings, FeatureMatrix projection);

    /// The cap, and one part of a block beyond it.
    static std::int64_t mostRows(const CoresetSettings &settings);

    const WorkingSet &rows() const { return m_working; }
    WorkingSet &rows() { return m_working; }
    double radius() const { return m_radius; }

    /// Errors: those of WorkingSet::freeze().
    Result<void> freeze(FeatureMatrix rows, std::vector<PatchRef> origins, const JobContext &context)
    {
        return m_working.freeze(std::move(rows), std::move(origins), m_threads, context);
    }
    /// Shows the patches of `range`. Errors: Cancelled (the net must then be dropped).
    Result<void> add(const PatchBlock &block, RowRange range, const JobContext &context);
    /// Reduces to K; without a radius, of equal rows one is kept. Errors: Cancelled.
    Result<void> reduceToBank(const JobContext &context);

    CoresetStateView state() const { return m_working.state(m_random, m_radius); }
    /// Errors: those of WorkingSet::restore().
    Result<void> restore(CoresetState state, const JobContext &context);

private:
    Result<void> addPart(const PatchBlock &block, RowRange part, const JobContext &context);
    Result<void> addNovel(const PatchBlock &block, RowRange part, const JobContext &context);
    void take(const PatchBlock &block, std::int64_t row);
    Result<void> reduce(const JobContext &context);
    /// In float32 this is exactly the square whose root the radius is.
    float squaredRadius() const { return static_cast<float>(m_radius * m_radius); }

    std::int64_t m_bankSize;
    std::int64_t m_cap;
    int m_threads;
    Random m_random;
    WorkingSet m_working;
    NoveltyGate m_gate;
    double m_radius = 0.0;
};

} // namespace patina
