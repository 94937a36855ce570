#include "core/base/tensor_archive.h"

#include "core/base/sha256.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>

namespace patina {

namespace {

constexpr std::size_t hashedBytes = std::size_t{8} << 20; ///< between two looks at the context

} // namespace

static_assert(std::endian::native == std::endian::little, "stored tensors are little endian and copied as they are");

std::size_t tensorTypeBytes(TensorType type)
{
    switch (type) {
    case TensorType::Float32:
    case TensorType::Int32:
        return 4;
    case TensorType::Int64:
        return 8;
    case TensorType::UInt8:
        return 1;
    }
    return 0;
}

std::string_view tensorTypeName(TensorType type)
{
    switch (type) {
    case TensorType::Float32:
        return "F32";
    case TensorType::Int32:
        return "I32";
    case TensorType::Int64:
        return "I64";
    case TensorType::UInt8:
        return "U8";
    }
    return "";
}

std::optional<std::int64_t> shapeCount(std::span<const std::int64_t> shape)
{
    constexpr std::int64_t limit = std::int64_t{1} << 62;
    std::int64_t product = 1;
    for (const std::int64_t side : shape) {
        if (side < 0 || (side > 0 && product > limit / side))
            return std::nullopt;
        product *= side;
    }
    return product;
}

std::string shapeText(std::span<const std::int64_t> shape)
{
    return fmt::format("[{}]", fmt::join(shape, ", "));
}

std::int64_t StoredTensor::count() const
{
    return shapeCount(shape).value_or(0);
}

StoredTensor makeTensor(std::vector<std::int64_t> shape, std::span<const float> values)
{
    StoredTensor tensor{TensorType::Float32, std::move(shape), std::vector<std::uint8_t>(values.size_bytes())};
    assert(tensor.count() == static_cast<std::int64_t>(values.size()));
    if (!values.empty())
        std::memcpy(tensor.bytes.data(), values.data(), values.size_bytes());
    return tensor;
}

std::vector<float> tensorValues(const StoredTensor &tensor)
{
    assert(tensor.type == TensorType::Float32);
    std::vector<float> values(tensor.bytes.size() / sizeof(float));
    if (!values.empty())
        std::memcpy(values.data(), tensor.bytes.data(), values.size() * sizeof(float));
    return values;
}

ArchiveView::ArchiveView(const TensorArchive &archive) : metadata(archive.metadata)
{
    for (const auto &[name, tensor] : archive.tensors)
        tensors.emplace(name, TensorPieces{tensor.type, tensor.shape, {tensor.bytes}});
}

std::string tensorsSha256(const ArchiveView &archive, const JobContext &context)
{
    Sha256 hash;
    for (const auto &[name, tensor] : archive.tensors) {
        std::string line = name;
        line += '\0';
        line += tensorTypeName(tensor.type);
        line += '\0';
        line += shapeText(tensor.shape) + '\n';
        hash.update({reinterpret_cast<const std::uint8_t *>(line.data()), line.size()});
        for (const auto &piece : tensor.pieces)
            for (std::size_t at = 0; at < piece.size(); at += hashedBytes) {
                if (context.cancelled())
                    return {};
                hash.update(piece.subspan(at, std::min(hashedBytes, piece.size() - at)));
            }
    }
    return hash.finish();
}

} // namespace patina
