#pragma once

#include "core/base/feature_matrix.h"

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace patina {

/// What a builder or a sampler holds between two blocks: enough to go on later as if it had not been interrupted.
struct CoresetState
{
    FeatureMatrix rows;                ///< m x d, full dimension
    std::vector<PatchRef> origins;     ///< m
    std::vector<std::int64_t> numbers; ///< counters, and the bits of floating-point and random states
};

/// The same without copies: parts whose rows follow each other; valid until what holds them changes.
struct CoresetStateView
{
    struct Part
    {
        const FeatureMatrix *rows = nullptr;
        std::span<const PatchRef> origins;
    };
    std::vector<Part> parts;
    std::vector<std::int64_t> numbers;
};

inline std::int64_t bitsOf(double value)
{
    return std::bit_cast<std::int64_t>(value);
}

inline double doubleOf(std::int64_t bits)
{
    return std::bit_cast<double>(bits);
}

} // namespace patina
