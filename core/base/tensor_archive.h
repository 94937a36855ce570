#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace patina {

enum class TensorType { Float32, Int32, Int64, UInt8 };

std::size_t tensorTypeBytes(TensorType type);

/// A dense array: row-major, contiguous, little endian.
struct StoredTensor
{
    TensorType type = TensorType::Float32;
    std::vector<std::int64_t> shape;
    std::vector<std::uint8_t> bytes;

    /// Product of the shape (1 for a scalar).
    std::int64_t count() const;
    bool operator==(const StoredTensor &) const = default;
};

/// Tensors by name with text metadata: what a safetensors file holds.
struct TensorArchive
{
    std::map<std::string, StoredTensor> tensors;
    std::map<std::string, std::string> metadata;
    bool operator==(const TensorArchive &) const = default;
};

} // namespace patina
