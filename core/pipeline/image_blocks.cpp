#include "core/pipeline/image_blocks.h"

#include <algorithm>

namespace patina {

namespace {

constexpr std::int64_t blockBytes = 48 << 20;
constexpr std::int64_t longestBand = 32; ///< rows of patches that may come at once and end a block late

} // namespace

std::vector<PatchRef> originsOf(const ImageBlock &block, std::int32_t version, std::int32_t image)
{
    std::vector<PatchRef> origins;
    origins.reserve(static_cast<std::size_t>(block.features.rows()));
    for (std::int32_t i = 0; i < block.features.rows(); ++i)
        origins.push_back({version, image, block.firstRow + i / block.columns, i % block.columns});
    return origins;
}

Result<void> forEachBlock(FeatureExtractor &extractor, ImageSource &image, const BlockSink &sink,
                          const JobContext &context)
{
    const PatchGrid grid = extractor.gridFor(image.info().size());
    const int dim = extractor.dimension();
    const std::int64_t rowBytes = std::int64_t{grid.columns} * dim * static_cast<std::int64_t>(sizeof(float));
    const std::int64_t blockRows = std::clamp<std::int64_t>(blockBytes / rowBytes, 1, grid.rows);
    FeatureMatrix block(0, dim);
    block.reserve((blockRows + longestBand) * grid.columns);
    int firstRow = 0;
    const auto flush = [&]() -> Result<void> {
        auto taken = sink({block, firstRow, grid.columns});
        firstRow += static_cast<int>(block.rows() / grid.columns);
        block.clear();
        return taken;
    };
    auto extracted = extractor.extract(
        image,
        [&](FeatureBand &&band) -> Result<void> {
            block.appendRows(band.features);
            return block.rows() >= blockRows * grid.columns ? flush() : Result<void>{};
        },
        context);
    if (extracted && !block.empty())
        extracted = flush();
    return extracted;
}

} // namespace patina
