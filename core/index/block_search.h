#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/job_context.h"
#include "core/index/prefix_space.h"
#include "core/index/pruned_search.h"

#include <optional>
#include <span>
#include <vector>

namespace patina {

/// The nearest of a block's rows, for few or many that ask: few measure every row, for many the block is laid out for
/// searching once. The same distances either way and on any number of threads, but for those that are only known to be
/// below a limit.
class BlockSearch
{
public:
    /// \param block n x d, finite; must outlive the search, and so must `directions`, of d dimensions: in which the
    /// block is laid out; null: its own are looked for, which takes as long as searching a small block.
    BlockSearch(const FeatureMatrix &block, int threads, const PrefixSpace *directions = nullptr)
        : m_block(block), m_threads(threads), m_directions(directions)
    {
    }

    /// What needs no exact answer, which makes searching cheaper. Limits lie between 1e-18 and 1e18, or are none.
    struct Limits
    {
        std::span<const float> withinL2; ///< m, none below `enoughL2`; a distance of that or more need not be known;
                                         ///< empty: all are
        float enoughL2 = -1.0F;          ///< neither does one below
    };
    /// \param queries m x d, finite. \returns m L2 distances: exact where they lie within the limits, and otherwise
    /// some value on the same side of the limit. Infinite where the block is empty or the distance is too large for a
    /// float. Errors: OutOfMemory, Cancelled.
    Result<std::vector<float>> nearestL2(const FeatureMatrix &queries, const Limits &limits, const JobContext &context);
    Result<std::vector<float>> nearestL2(const FeatureMatrix &queries, const JobContext &context)
    {
        return nearestL2(queries, {}, context);
    }

private:
    Result<void> layOut(const JobContext &context);
    void measure(const FeatureMatrix &queries, float enough, std::vector<float> &squared) const;

    const FeatureMatrix &m_block;
    int m_threads;
    const PrefixSpace *m_directions;
    std::optional<PrunedSearch> m_laidOut;
};

} // namespace patina
