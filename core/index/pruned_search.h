#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/job_context.h"
#include "core/index/prefix_space.h"
#include "core/index/rounded_rows.h"

#include <cstdint>
#include <span>
#include <vector>

namespace patina {

/// Rows laid out for finding the nearest of them exactly, bit for bit what measuring every row by squaredDistance()
/// finds. Their rounded coordinates (RoundedRows) in a few directions (PrefixSpace) only rule rows out; what remains is
/// measured. Grows at the end. Holds the coordinates of each row, not the row.
class PrunedSearch
{
public:
    /// \param rows m x d. \param order of the m rows in which queries meet them; empty: neighbours side by side. No
    /// answer depends on it; where something is enough, rows that are the nearest of many are best met first.
    void reset(const FeatureMatrix &rows, std::span<const std::int64_t> order = {}, const JobContext &context = {});
    /// The same in directions that are given, as no answer depends on them either. \param space of d dimensions.
    void reset(const FeatureMatrix &rows, const PrefixSpace &space, int threads, const JobContext &context);
    void append(std::span<const float> row);
    std::int64_t rows() const { return static_cast<std::int64_t>(m_order.size()); }

    struct Request
    {
        const FeatureMatrix &rows;    ///< as given to reset() and append()
        const FeatureMatrix &queries; ///< n x d
        std::int64_t first = 0;       ///< query that the spans below begin with
        std::span<float> squared;     ///< of the nearest row; infinite where there is none
        std::span<std::int64_t> ids;  ///< the lowest of the nearest rows; -1 where there is none
        float enough =
            -1.0F; ///< a query with a row at this squared distance or nearer is left with such a row, whichever
        std::span<const std::int64_t> guesses; ///< rows to ask first, of as many of the first queries; -1: none
        std::span<const float> within{}; ///< squared distances, of each query: only rows nearer than that are looked
                                         ///< for, and it is left as it is where there is none; empty: all rows are
    };
    /// Fills squared and ids, which are of equal size. The same on any number of threads where nothing is enough.
    /// Errors: Cancelled.
    Result<void> search(const Request &request, int threads, const JobContext &context) const;

private:
    struct Run;
    void layOut(const FeatureMatrix &rows, std::span<const std::int64_t> order, int threads, const JobContext &context);
    /// How queries are cut up: a run is what one thread takes, some strands of queries that follow each other; of each
    /// strand a few are searched for at a time, so that the next find where those before them ended.
    struct Strands
    {
        std::int64_t count = 0;  ///< of queries
        std::int64_t length = 0; ///< of a strand
        std::int64_t runs() const;
    };
    void searchRun(const Request &request, const Strands &cut, std::int64_t index, Run &run,
                   const JobContext &context) const;
    void openQueries(const Request &request, const Strands &cut, std::int64_t index, std::int64_t done, Run &run) const;
    void meetPanels(const Request &request, Run &run, std::int64_t panel, std::int64_t end) const;

    std::uint32_t placesOf(std::int64_t panel) const;

    PrefixSpace m_space;
    RoundedRows m_rounded;             ///< coordinates of the row in each place
    std::vector<std::int64_t> m_order; ///< the row in each place
};

} // namespace patina
