#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/job_context.h"
#include "core/index/neighbour_index.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace patina {

/// How the training images bear out the rows of a bank.
struct RowSupport
{
    /// m; images in which the row is the nearest of some patch, its own image counted: 1 is a row that no other image
    /// asks for.
    std::vector<std::int32_t> images;
    /// m; of rows with one image: L2 distance to the nearest patch of another image, infinite where there is none; 0 of
    /// all others.
    std::vector<float> elsewhereL2;
};

/// Counts the support of a bank's rows in a second pass over the images. Memory: the bank up to four times, and a block
/// three times. The same on any number of threads and however the patches are cut into blocks.
class SupportCounter
{
public:
    /// \param bank m x d, m > 0; it and `origins` (m) must outlive the counter.
    SupportCounter(const FeatureMatrix &bank, std::span<const PatchRef> origins, int threads);

    /// \param features n x d patches of one image, which is told by `origin`'s data set and image; blocks of an image
    /// come one after another. Errors: those of NeighbourIndex.
    Result<void> add(const FeatureMatrix &features, const PatchRef &origin, const JobContext &context);

    RowSupport take() { return std::move(m_support); }

private:
    Result<void> countNearest(const FeatureMatrix &features, const PatchRef &origin, const JobContext &context);
    Result<void> measureElsewhere(const FeatureMatrix &features, const PatchRef &origin, const JobContext &context);

    const FeatureMatrix &m_bank;
    std::span<const PatchRef> m_origins;
    int m_threads;
    std::unique_ptr<NeighbourIndex> m_index;
    RowSupport m_support;
    std::vector<std::int64_t> m_lastImage; ///< m; number of the image that was counted last
    std::int64_t m_image = -1;
    PatchRef m_current;
};

/// How far the rows of one data set version are from those of other images.
struct RowNovelty
{
    std::vector<float> nearestRowL2; ///< m; to the nearest row of another image, infinite where there is none and for
                                     ///< rows of other versions
    double spacing = 0.0; ///< the smallest of these; 0: rows of two images are equal, or there is no other image
};

/// Measures every row of the version against all. Progress stage: "support" (rows). Errors: Cancelled.
Result<RowNovelty> rowNovelty(const FeatureMatrix &bank, std::span<const PatchRef> origins, std::int32_t version,
                              int threads, const JobContext &context);

/// How far rows stand alone: (the distance to the nearest patch of another image + that to the nearest row of another
/// image) over the spacing. 0 for rows of other versions, rows that other images have asked for, and all where there is
/// no spacing. \returns m values.
std::vector<double> loneliness(const RowNovelty &novelty, const RowSupport &support);

/// From here on a row stands alone. Chosen on one draw of magnetic_tile: docs/algorithm.md.
inline constexpr double loneFrom = 2.2;

} // namespace patina
