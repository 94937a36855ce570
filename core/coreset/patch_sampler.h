#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/result.h"
#include "core/coreset/coreset_state.h"
#include "core/coreset/reservoir_draw.h"

#include <cstdint>
#include <span>
#include <vector>

namespace patina {

/// Patches with where they came from.
struct PatchSample
{
    FeatureMatrix features; ///< n x d
    std::vector<PatchRef> origins;
};

/// A uniform sample of N patches over a stream of blocks, see ReservoirDraw. Memory: N rows.
class PatchSampler
{
public:
    PatchSampler(std::int64_t size, std::uint64_t seed) : m_draw(size, seed) {}

    /// \param features n x d, the same d in every call. \param origins n.
    void add(const FeatureMatrix &features, std::span<const PatchRef> origins);
    /// The sample in the order of the origins; all patches where there were no more than N. The sampler is spent.
    PatchSample take();

    CoresetStateView state() const;
    /// Goes on from the state of a sampler of the same size. Errors: BadFormat.
    Result<void> restore(CoresetState state);

private:
    ReservoirDraw m_draw;
    PatchSample m_sample;
};

} // namespace patina
