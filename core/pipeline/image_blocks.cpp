#include "core/pipeline/image_blocks.h"

#include <algorithm>

namespace patina {

namespace {

constexpr std::int64_t longestBand = 32; ///< rows of patches that may come at once and end a block late

/// Rows of the grid that make a block full.
std::int64_t fullBlock(std::int64_t blockBytes, std::int64_t columns, int dim)
{
    return std::max<std::int64_t>(1, blockBytes / (columns * dim * static_cast<std::int64_t>(sizeof(float))));
}

} // namespace

std::int64_t mostBlockRows(std::int64_t blockBytes, std::int64_t columns, int dim)
{
    return (fullBlock(blockBytes, columns, dim) + longestBand) * columns;
}

std::vector<PatchRef> originsOf(const ImageBlock &block, std::int32_t version, std::int32_t image)
{
    std::vector<PatchRef> origins;
    origins.reserve(static_cast<std::size_t>(block.features.rows()));
    for (std::int32_t i = 0; i < block.features.rows(); ++i)
        origins.push_back({version, image, block.firstRow + i / block.columns, i % block.columns});
    return origins;
}

Result<void> forEachBlock(FeatureExtractor &extractor, ImageSource &image, std::int64_t blockBytes,
                          const BlockSink &sink, const JobContext &context)
{
    const PatchGrid grid = extractor.gridFor(image.info().size());
    const int dim = extractor.dimension();
    const std::int64_t blockRows = std::min<std::int64_t>(fullBlock(blockBytes, grid.columns, dim), grid.rows);
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
