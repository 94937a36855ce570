#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace patina {

enum class TensorType { Float32, Int32, Int64, UInt8 };

std::size_t tensorTypeBytes(TensorType type);
/// The name in a safetensors header: "F32", "I32", "I64", "U8".
std::string_view tensorTypeName(TensorType type);

/// Product of a shape (1 for a scalar); nothing if a side is negative or the product exceeds 2^62.
std::optional<std::int64_t> shapeCount(std::span<const std::int64_t> shape);
/// "[64, 3, 7, 7]"
std::string shapeText(std::span<const std::int64_t> shape);

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

/// An array that lies elsewhere, in one piece or in several.
struct TensorPieces
{
    TensorType type = TensorType::Float32;
    std::vector<std::int64_t> shape;
    std::vector<std::span<const std::uint8_t>> pieces; ///< one after another they are the bytes of the tensor
};

/// What a safetensors file is to hold, without copies: valid as long as what it was made of is not changed.
struct ArchiveView
{
    ArchiveView() = default;
    ArchiveView(const TensorArchive &archive); // NOLINT(google-explicit-constructor): every archive can be viewed

    std::map<std::string, TensorPieces> tensors;
    std::map<std::string, std::string> metadata;
};

/// The bytes of values of one kind.
template <typename T>
std::span<const std::uint8_t> bytesOf(std::span<const T> values)
{
    static_assert(std::is_trivially_copyable_v<T>);
    return {reinterpret_cast<const std::uint8_t *>(values.data()), values.size_bytes()};
}

/// A float32 tensor of `values`; values.size() is the product of `shape`.
StoredTensor makeTensor(std::vector<std::int64_t> shape, std::span<const float> values);
/// The values of a float32 tensor. Precondition: type is Float32.
std::vector<float> tensorValues(const StoredTensor &tensor);

/// SHA-256 of names, types, shapes and bytes of all tensors in name order; metadata is not part of it.
/// Per tensor the line "name\0TYPE\0[a, b]\n" and then its bytes are hashed. Once the context is cancelled, it is of no
/// use.
std::string tensorsSha256(const ArchiveView &archive, const JobContext &context = {});

} // namespace patina
