#pragma once

#include "core/index/neighbour_index.h"

#include <memory>

namespace patina {

/// The nearest of a block's rows, for few or many that ask: few measure every row, for many an index is built once.
/// The same distances either way, on any number of threads.
class BlockSearch
{
public:
    /// \param block n x d, finite; must outlive the search.
    BlockSearch(const FeatureMatrix &block, int threads) : m_block(block), m_threads(threads) {}

    /// \param queries m x d. \returns m L2 distances; infinite where the block is empty. Errors: those of
    /// NeighbourIndex.
    Result<std::vector<float>> nearestL2(const FeatureMatrix &queries, const JobContext &context);

private:
    std::vector<float> measured(const FeatureMatrix &queries) const;

    const FeatureMatrix &m_block;
    int m_threads;
    std::unique_ptr<NeighbourIndex> m_index;
};

} // namespace patina
