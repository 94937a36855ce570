#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/job_context.h"
#include "core/index/neighbour_index.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace patina {

/// Counts the support of a bank's rows in a second pass over the images: the number of images in which a row is the
/// nearest of some patch, its own image counted. 1 is a row that no other image asks for. Memory: the bank up to three
/// times. The same on any number of threads and however the patches are cut into blocks.
class SupportCounter
{
public:
    /// \param bank m x d, m > 0; it and `origins` (m) must outlive the counter.
    SupportCounter(const FeatureMatrix &bank, std::span<const PatchRef> origins, int threads);

    /// \param features n x d patches of one image, which is told by `image`'s data set and image; blocks of an image
    /// come one after another. \returns the nearest rows of the patches. Errors: those of NeighbourIndex.
    Result<Neighbours> add(const FeatureMatrix &features, const PatchRef &image, const JobContext &context);

    /// m
    std::vector<std::int32_t> take() { return std::move(m_images); }

private:
    const FeatureMatrix &m_bank;
    std::span<const PatchRef> m_origins;
    int m_threads;
    std::unique_ptr<NeighbourIndex> m_index;
    std::vector<std::int32_t> m_images;
    std::vector<std::int64_t> m_lastImage; ///< m; number of the image that was counted last
    std::int64_t m_image = -1;
    PatchRef m_current;
};

} // namespace patina
