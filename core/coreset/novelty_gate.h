#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/job_context.h"
#include "core/index/product_block.h"

#include <span>

namespace patina {

/// The rows of a bank laid out for asking which patches they do not cover. Holds a copy of each row.
class NoveltyGate
{
public:
    explicit NoveltyGate(int threads) : m_threads(threads), m_packed(0) {}

    /// \param rows m x d; replaces what was there.
    void reset(const FeatureMatrix &rows);
    void append(std::span<const float> row);

    /// Squared distance of each patch, by squaredDistance(), to its nearest row of the bank; where some row lies within
    /// `withinSquared`, that row's or a nearer one's. Infinite for an empty bank.
    /// \param bank begins with the rows given to reset() and append(). \param patches n x d.
    /// \param distances count values, for the patches [first, first + count). Errors: Cancelled.
    Result<void> measure(const FeatureMatrix &bank, const FeatureMatrix &patches, std::int64_t first,
                         std::span<float> distances, float withinSquared, const JobContext &context) const;

private:
    struct Query;
    void measureRun(const Query &query, std::int64_t begin, std::int64_t end) const;

    int m_threads;
    PackedRows m_packed;
};

} // namespace patina
