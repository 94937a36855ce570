#include "core/pipeline/training_images.h"

#include "core/base/free_memory.h"
#include "core/pipeline/image_blocks.h"

#include <fmt/format.h>

namespace patina {

namespace {

/// Only the patches of the block that are kept.
void dropExcluded(const std::vector<std::uint8_t> &kept, const ImageBlock &block, FeatureMatrix &features,
                  std::vector<PatchRef> &origins)
{
    const auto first = static_cast<std::size_t>(block.firstRow) * static_cast<std::size_t>(block.columns);
    std::vector<PatchRef> remaining;
    for (std::size_t i = 0; i < origins.size(); ++i) {
        if (kept[first + i] == 0)
            continue;
        features.appendRow(block.features.row(static_cast<std::int64_t>(i)));
        remaining.push_back(origins[i]);
    }
    origins = std::move(remaining);
}

} // namespace

Result<void> TrainingImages::show(const ImageRecord &record, const ImageRecord *next, const PatchRef &image,
                                  const Sink &sink, const JobContext &context)
{
    auto source = m_ahead.open(record.path, next == nullptr ? std::filesystem::path() : next->path, context);
    if (!source)
        return failFrom(std::move(source));
    const cv::Size original = (*source)->info().size();
    if ((*source)->info().bitDepth != m_bitDepth)
        return fail(ErrorCode::Unsupported, fmt::format("it has {} bits a channel, most training images have {}",
                                                        (*source)->info().bitDepth, m_bitDepth));
    if (m_request.scale < 1.0)
        source = scaledImage(std::move(*source), m_request.scale);
    if (!source)
        return failFrom(std::move(source));
    const cv::Size scaled = (*source)->info().size();
    const auto kept = m_excluded.patchesKept(record, m_request.dataset.classes, original, scaled,
                                             m_extractor.gridFor(scaled), context);
    if (!kept)
        return tl::unexpected(kept.error());
    const auto show = [&](const ImageBlock &block) -> Result<void> {
        // The reservoirs take whatever they are given.
        if (firstNonFiniteRow(block.features))
            return fail(ErrorCode::BadArgument, "the backbone gives a feature that is not finite");
        auto origins = originsOf(block, image.dataset, image.image);
        if (kept->empty())
            return sink(block.features, origins);
        FeatureMatrix features(0, block.features.dim());
        features.reserve(block.features.rows());
        dropExcluded(*kept, block, features, origins);
        return features.empty() ? Result<void>{} : sink(features, origins);
    };
    auto shown = forEachBlock(m_extractor, **source, m_blockBytes, show, context);
    source->reset();
    if (m_request.memoryBytes > 0)
        giveBackFreeMemory();
    return shown;
}

} // namespace patina
