#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/random.h"

#include <cstdint>
#include <vector>

/// Feature rows made from a seed, for tests of the bank and of the search in it.
namespace patina::support {

/// Whole numbers 0..levels-1: with few levels there are many duplicates and exact ties.
inline FeatureMatrix latticeRows(std::int64_t rows, int dim, int levels, std::uint64_t seed)
{
    Random random(seed);
    FeatureMatrix made(rows, dim);
    for (std::int64_t i = 0; i < rows * dim; ++i)
        made.data()[i] = static_cast<float>(random.below(static_cast<std::uint64_t>(levels)));
    return made;
}

inline FeatureMatrix normalRows(std::int64_t rows, int dim, std::uint64_t seed, double sigma = 1.0, double mean = 0.0)
{
    Random random(seed);
    FeatureMatrix made(rows, dim);
    for (std::int64_t i = 0; i < rows * dim; ++i)
        made.data()[i] = static_cast<float>(mean + sigma * random.normal());
    return made;
}

/// Rows `first` to `first + rows` of a matrix.
inline FeatureMatrix rowsOf(const FeatureMatrix &matrix, std::int64_t first, std::int64_t rows)
{
    FeatureMatrix part(0, matrix.dim());
    for (std::int64_t i = first; i < first + rows; ++i)
        part.appendRow(matrix.row(i));
    return part;
}

/// Every patch of an image, 16 to a row of the grid.
inline std::vector<PatchRef> originsOf(std::int64_t patches, std::int32_t image = 0)
{
    std::vector<PatchRef> origins;
    for (std::int32_t i = 0; i < patches; ++i)
        origins.push_back({0, image, i / 16, i % 16});
    return origins;
}

} // namespace patina::support
