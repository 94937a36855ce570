#pragma once

#include "core/coreset/coreset_builder.h"
#include "tests/support/made_features.h"

#include <rapidcheck.h>

#include <algorithm>
#include <vector>

namespace patina::made {

/// Patches of one image as a builder is shown them; their origins name the image and the row.
struct Block
{
    FeatureMatrix features;
    std::vector<PatchRef> origins;
};

inline std::vector<Block> blocksOf(const std::vector<FeatureMatrix> &images)
{
    std::vector<Block> blocks;
    for (const FeatureMatrix &image : images)
        blocks.push_back({image, support::originsOf(image.rows(), static_cast<std::int32_t>(blocks.size()))});
    return blocks;
}

/// Up to five blocks, some of them empty; lattices of few levels or points without ties.
inline std::vector<Block> someBlocks(std::int64_t most)
{
    const int dim = *rc::gen::inRange(1, 20);
    const int levels = *rc::gen::element(0, 2, 4);
    auto seed = *rc::gen::arbitrary<std::uint64_t>();
    std::vector<FeatureMatrix> images;
    for (int left = *rc::gen::inRange(1, 6); left > 0; --left) {
        const auto rows = *rc::gen::inRange<std::int64_t>(0, most);
        images.push_back(levels == 0 ? support::normalRows(rows, dim, ++seed)
                                     : support::latticeRows(rows, std::min(dim, 6), levels, ++seed));
    }
    return blocksOf(images);
}

inline int dimOf(const std::vector<Block> &blocks)
{
    return blocks.front().features.dim();
}

/// All patches one after another, as one block.
inline Block joined(const std::vector<Block> &blocks)
{
    Block all{FeatureMatrix(0, dimOf(blocks)), {}};
    for (const Block &block : blocks) {
        all.features.appendRows(block.features);
        all.origins.insert(all.origins.end(), block.origins.begin(), block.origins.end());
    }
    return all;
}

inline CoresetSettings settingsFor(CoresetStrategy strategy, std::int64_t bankSize, std::uint64_t seed = 0)
{
    CoresetSettings settings;
    settings.strategy = strategy;
    settings.bankSize = bankSize;
    settings.reservoirRows = bankSize + 40; // small enough for most of the blocks made here to flow over
    settings.seed = seed;
    settings.threads = 1;
    return settings;
}

/// A state as it would come back from a file.
inline CoresetState copyOf(const CoresetStateView &view)
{
    CoresetState state;
    state.numbers = view.numbers;
    for (const auto &part : view.parts) {
        if (!part.rows->empty())
            state.rows.appendRows(*part.rows);
        state.origins.insert(state.origins.end(), part.origins.begin(), part.origins.end());
    }
    return state;
}

inline Result<Coreset> build(const CoresetSettings &settings, const std::vector<Block> &blocks,
                             const FeatureMatrix &projection = {}, const JobContext &context = {})
{
    auto builder = CoresetBuilder::create(settings, projection);
    if (!builder)
        return failFrom(std::move(builder));
    for (const Block &block : blocks)
        if (auto added = (*builder)->add(block.features, block.origins, context); !added)
            return failFrom(std::move(added));
    return (*builder)->finish(context);
}

inline bool isTheSame(const Coreset &a, const Coreset &b)
{
    return a.rows == b.rows && a.origins == b.origins && a.greedyRadiusL2 == b.greedyRadiusL2;
}

} // namespace patina::made
