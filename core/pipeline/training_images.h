#pragma once

#include "core/base/job_context.h"
#include "core/features/feature_extractor.h"
#include "core/image/image_ahead.h"
#include "core/pipeline/excluded_regions.h"
#include "core/pipeline/trainer.h"

#include <functional>
#include <span>

namespace patina {

/// The patches of training images as every pass over them sees them: scaled, of one bit depth, without what is
/// excluded, in blocks.
class TrainingImages
{
public:
    /// \param features n x d, n > 0. \param origins n.
    using Sink = std::function<Result<void>(const FeatureMatrix &features, std::span<const PatchRef> origins)>;

    /// All but the numbers must outlive it. Where no size of memory is to be kept the next image is opened while one is
    /// worked on.
    TrainingImages(const TrainRequest &request, const ExcludedRegions &excluded, FeatureExtractor &extractor,
                   int bitDepth, std::int64_t blockBytes)
        : m_request(request), m_excluded(excluded), m_extractor(extractor), m_bitDepth(bitDepth),
          m_blockBytes(blockBytes), m_ahead(request.memoryBytes > 0 ? 0 : ImageAhead::defaultBytes)
    {
    }

    /// \param next what will be shown after it; null: nothing. \param image its number in the model, for the origins:
    /// version and image.
    /// Errors: those of openImage and of its masks, Unsupported (another bit depth), BadArgument (a feature that is not
    /// finite), those of the sink, Cancelled.
    Result<void> show(const ImageRecord &record, const ImageRecord *next, const PatchRef &image, const Sink &sink,
                      const JobContext &context);

    /// Pixels of a scaled image from one patch to the next.
    int stridePx() const { return m_extractor.gridFor({1, 1}).stridePx; }

private:
    const TrainRequest &m_request;
    const ExcludedRegions &m_excluded;
    FeatureExtractor &m_extractor;
    int m_bitDepth;
    std::int64_t m_blockBytes;
    ImageAhead m_ahead;
};

} // namespace patina
