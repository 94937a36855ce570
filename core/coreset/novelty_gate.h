#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/job_context.h"
#include "core/index/pruned_search.h"

#include <cstdint>
#include <span>
#include <vector>

namespace patina {

/// The rows of a bank laid out for asking which patches they do not cover. Rows that have covered most patches so far
/// are asked first, which changes no answer.
class NoveltyGate
{
public:
    explicit NoveltyGate(int threads) : m_threads(threads) {}

    /// \param rows m x d; replaces what was there. Once cancelled, the gate is of no use.
    void reset(const FeatureMatrix &rows, const JobContext &context);
    void append(std::span<const float> row);

    /// Squared distance of each patch, by squaredDistance(), to its nearest row of the bank; where some row lies within
    /// `withinSquared`, that row's or a nearer one's. Infinite for an empty bank.
    /// \param bank begins with the rows given to reset() and append(). \param patches n x d.
    /// \param distances count values, for the patches [first, first + count).
    /// \param covering count values: the row that was measured; -1 for an empty bank. Errors: Cancelled.
    Result<void> measure(const FeatureMatrix &bank, const FeatureMatrix &patches, std::int64_t first,
                         std::span<float> distances, std::span<std::int64_t> covering, float withinSquared,
                         const JobContext &context) const;

    /// Takes note of what measure() found, so that the next call is faster: images of one kind of part are much alike.
    /// Once cancelled, the gate is of no use.
    void learn(const FeatureMatrix &bank, std::span<const std::int64_t> covering, const JobContext &context);

private:
    int m_threads;
    PrunedSearch m_search;
    std::vector<std::int64_t> m_covered;  ///< of each row: patches that it covered
    std::vector<std::int64_t> m_covering; ///< of the patches measured last
    std::int64_t m_learnt = 0;            ///< patches since the rows were laid out
};

} // namespace patina
