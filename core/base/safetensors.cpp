#include "core/base/safetensors.h"

#include "core/base/number_conversion.h"
#include "core/base/read_file.h"
#include "core/base/strict_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <new>
#include <optional>

namespace patina {

namespace {

using nlohmann::json;

constexpr std::string_view metadataKey = "__metadata__";
constexpr std::int64_t lengthBytes = 8;

/// How a data type is stored in the file, and what it becomes in memory; `type` is empty for those that are refused.
struct DataType
{
    std::string_view name;
    std::int64_t fileBytes;
    std::optional<TensorType> type;
};

constexpr std::array dataTypes{DataType{"F32", 4, TensorType::Float32}, DataType{"I32", 4, TensorType::Int32},
                               DataType{"I64", 8, TensorType::Int64},   DataType{"U8", 1, TensorType::UInt8},
                               DataType{"F16", 2, TensorType::Float32}, DataType{"BF16", 2, TensorType::Float32},
                               DataType{"F64", 8, TensorType::Float32}, DataType{"I8", 1, std::nullopt},
                               DataType{"I16", 2, std::nullopt},        DataType{"U16", 2, std::nullopt},
                               DataType{"U32", 4, std::nullopt},        DataType{"U64", 8, std::nullopt},
                               DataType{"BOOL", 1, std::nullopt},       DataType{"F8_E4M3", 1, std::nullopt},
                               DataType{"F8_E5M2", 1, std::nullopt}};

const DataType *findDataType(std::string_view name)
{
    const auto found = std::ranges::find(dataTypes, name, &DataType::name);
    return found == dataTypes.end() ? nullptr : &*found;
}

/// Non-negative integers only: floats, negative and larger ones are format errors.
std::optional<std::int64_t> integerOf(const json &value)
{
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > (std::uint64_t{1} << 62U))
        return std::nullopt;
    return static_cast<std::int64_t>(value.get<std::uint64_t>());
}

std::optional<std::vector<std::int64_t>> integersOf(const json &value)
{
    if (!value.is_array())
        return std::nullopt;
    std::vector<std::int64_t> numbers;
    for (const json &item : value) {
        const auto number = integerOf(item);
        if (!number)
            return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers;
}

Result<SafetensorsEntry> entryOf(const json &value)
{
    if (!value.is_object() || value.size() != 3 || !value.contains("dtype") || !value.contains("shape") ||
        !value.contains("data_offsets") || !value["dtype"].is_string())
        return fail(ErrorCode::BadFormat, "wants exactly dtype, shape and data_offsets");
    const auto shape = integersOf(value["shape"]);
    const auto offsets = integersOf(value["data_offsets"]);
    if (!shape || !offsets || offsets->size() != 2 || (*offsets)[0] > (*offsets)[1])
        return fail(ErrorCode::BadFormat, "shape and data_offsets want whole, ascending numbers");
    SafetensorsEntry entry{value["dtype"].get<std::string>(), *shape, (*offsets)[0], (*offsets)[1]};
    const DataType *dtype = findDataType(entry.dtype);
    if (dtype == nullptr)
        return fail(ErrorCode::Unsupported, fmt::format("data type \"{}\" is not known", entry.dtype));
    const auto count = shapeCount(entry.shape);
    const std::int64_t bytes = entry.end - entry.begin;
    if (!count || *count > bytes / dtype->fileBytes || *count * dtype->fileBytes != bytes)
        return fail(ErrorCode::BadFormat, fmt::format("shape {} of {} does not make the {} bytes it has",
                                                      shapeText(entry.shape), entry.dtype, bytes));
    return entry;
}

Result<void> readMetadata(const json &value, SafetensorsHeader &header)
{
    if (!value.is_object())
        return fail(ErrorCode::BadFormat, "__metadata__ is not an object");
    for (const auto &[key, text] : value.items()) {
        if (!text.is_string())
            return fail(ErrorCode::BadFormat, fmt::format("metadata \"{}\" is not a text", key));
        header.metadata[key] = text.get<std::string>();
    }
    return {};
}

/// Tensors must lie end to end from 0 and fill the data exactly: no overlap, no hole, nothing behind.
Result<void> checkCoverage(const SafetensorsHeader &header, std::int64_t dataBytes)
{
    std::vector<std::pair<const SafetensorsEntry *, const std::string *>> byOffset;
    for (const auto &[name, entry] : header.entries)
        byOffset.emplace_back(&entry, &name);
    std::ranges::sort(byOffset, {}, [](const auto &item) { return std::pair(item.first->begin, item.first->end); });
    std::int64_t reached = 0;
    for (const auto &[entry, name] : byOffset) {
        if (entry->begin != reached)
            return fail(ErrorCode::BadFormat,
                        fmt::format("tensor \"{}\" begins at byte {}, not at {} where the one before ends", *name,
                                    entry->begin, reached));
        reached = entry->end;
    }
    if (reached != dataBytes)
        return fail(ErrorCode::BadFormat,
                    fmt::format("tensors end at byte {} of {} of data: truncated or foreign", reached, dataBytes));
    return {};
}

Result<SafetensorsHeader> parseHeader(std::string_view text, std::int64_t dataBytes)
{
    auto parsed = parseStrictJson(text, JsonLimits{.maxDepth = 4});
    if (!parsed)
        return failFrom(std::move(parsed));
    if (!parsed->is_object())
        return fail(ErrorCode::BadFormat, "the header is not a JSON object");
    SafetensorsHeader header;
    header.dataOffset = lengthBytes + static_cast<std::int64_t>(text.size());
    for (const auto &[name, value] : parsed->items()) {
        if (name == metadataKey) {
            if (auto read = readMetadata(value, header); !read)
                return failFrom(std::move(read));
            continue;
        }
        auto entry = entryOf(value);
        if (!entry)
            return fail(entry.error().code, fmt::format("tensor \"{}\": {}", name, entry.error().detail));
        header.entries.emplace(name, std::move(*entry));
    }
    if (auto covered = checkCoverage(header, dataBytes); !covered)
        return failFrom(std::move(covered));
    return header;
}

Result<SafetensorsHeader> readHeader(std::ifstream &file, std::int64_t fileBytes, const SafetensorsLimits &limits)
{
    std::array<std::uint8_t, lengthBytes> raw{};
    file.read(reinterpret_cast<char *>(raw.data()), lengthBytes);
    if (file.gcount() != lengthBytes)
        return fail(ErrorCode::BadFormat, fmt::format("{} bytes are no safetensors file", fileBytes));
    std::uint64_t length = 0;
    std::memcpy(&length, raw.data(), sizeof length);
    if (length > static_cast<std::uint64_t>(fileBytes - lengthBytes))
        return fail(ErrorCode::BadFormat, fmt::format("announces a header of {} bytes in a file of {}: truncated or no "
                                                      "safetensors file",
                                                      length, fileBytes));
    if (length > static_cast<std::uint64_t>(limits.maxHeaderBytes))
        return fail(ErrorCode::TooLarge, fmt::format("header of {} bytes, {} allowed", length, limits.maxHeaderBytes));
    std::string text(static_cast<std::size_t>(length), '\0');
    file.read(text.data(), static_cast<std::streamsize>(length));
    if (file.gcount() != static_cast<std::streamsize>(length))
        return fail(ErrorCode::Unreadable, "reading the header failed half way");
    return parseHeader(text, fileBytes - lengthBytes - static_cast<std::int64_t>(length));
}

template <typename From>
void convertToFloat(StoredTensor &tensor, float (*convert)(From))
{
    std::vector<std::uint8_t> converted(tensor.bytes.size() / sizeof(From) * sizeof(float));
    for (std::size_t i = 0; i < tensor.bytes.size() / sizeof(From); ++i) {
        From value{};
        std::memcpy(&value, tensor.bytes.data() + i * sizeof(From), sizeof(From));
        const float narrow = convert(value);
        std::memcpy(converted.data() + i * sizeof(float), &narrow, sizeof narrow);
    }
    tensor.bytes = std::move(converted);
}

Result<void> readTensor(std::ifstream &file, const SafetensorsEntry &entry, std::int64_t at, StoredTensor &tensor,
                        const JobContext &context)
{
    tensor = {*findDataType(entry.dtype)->type, entry.shape, {}};
    tensor.bytes.resize(static_cast<std::size_t>(entry.end - entry.begin));
    if (auto read = readBytesAt(file, at, tensor.bytes, context); !read)
        return read;
    if (entry.dtype == "F16")
        convertToFloat<std::uint16_t>(tensor, floatFromHalf);
    else if (entry.dtype == "BF16")
        convertToFloat<std::uint16_t>(tensor, floatFromBfloat16);
    else if (entry.dtype == "F64")
        convertToFloat<double>(tensor, [](double value) { return static_cast<float>(value); });
    return {};
}

/// Refuses data types that are not kept, and sums what the rest will take in memory.
Result<void> checkCost(const SafetensorsHeader &header, const SafetensorsLimits &limits)
{
    std::int64_t total = 0;
    for (const auto &[name, entry] : header.entries) {
        const DataType *dtype = findDataType(entry.dtype);
        if (!dtype->type)
            return fail(ErrorCode::Unsupported,
                        fmt::format("tensor \"{}\": data type {} is not read (F32, F16, BF16, F64, "
                                    "I32, I64 and U8 are)",
                                    name, entry.dtype));
        // At most twice the bytes in the file, whose size fits: no overflow.
        total +=
            (entry.end - entry.begin) / dtype->fileBytes * static_cast<std::int64_t>(tensorTypeBytes(*dtype->type));
    }
    if (total > limits.maxTensorBytes)
        return fail(ErrorCode::TooLarge, fmt::format("tensors of {} bytes, {} allowed", total, limits.maxTensorBytes));
    return {};
}

bool isMatrix(const SafetensorsEntry &entry)
{
    return entry.dtype == "F32" && entry.shape.size() == 2 && entry.shape[1] >= 1 && entry.shape[1] <= mostColumns;
}

Result<void> readMatrix(std::ifstream &file, const SafetensorsEntry &entry, std::int64_t at, const MatrixTarget &target,
                        const JobContext &context)
{
    FeatureMatrix &matrix = *target.matrix;
    matrix = FeatureMatrix(0, static_cast<int>(entry.shape[1]));
    matrix.reserve(entry.shape[0] >= target.room / shareToReserveAll ? std::max(entry.shape[0], target.room)
                                                                     : entry.shape[0]);
    matrix.resize(entry.shape[0]);
    return readBytesAt(
        file, at, {reinterpret_cast<std::uint8_t *>(matrix.data()), static_cast<std::size_t>(entry.end - entry.begin)},
        context);
}

Result<TensorArchive> readTensors(std::ifstream &file, SafetensorsHeader header, const SafetensorsLimits &limits,
                                  std::span<const MatrixTarget> apart, const JobContext &context)
{
    if (auto affordable = checkCost(header, limits); !affordable)
        return failFrom(std::move(affordable));
    TensorArchive archive;
    archive.metadata = std::move(header.metadata);
    for (const auto &[name, entry] : header.entries) {
        const auto target = std::ranges::find(apart, name, &MatrixTarget::name);
        const std::int64_t at = header.dataOffset + entry.begin;
        auto read = target != apart.end() && isMatrix(entry)
                        ? readMatrix(file, entry, at, *target, context)
                        : readTensor(file, entry, at, archive.tensors[name], context);
        if (!read)
            return fail(read.error().code, fmt::format("tensor \"{}\": {}", name, read.error().detail));
    }
    return archive;
}

/// Opens, runs `read(file, size)` and puts the file's name before whatever went wrong.
template <typename T, typename Reader>
Result<T> withFile(const std::filesystem::path &path, const Reader &read)
{
    const auto size = regularFileSize(path);
    if (!size)
        return tl::unexpected(size.error());
    try {
        std::ifstream file(path, std::ios::binary);
        if (!file)
            return fail(ErrorCode::Unreadable, fmt::format("{}: cannot be opened for reading", path.string()));
        Result<T> result = read(file, *size);
        if (!result)
            return fail(result.error().code, fmt::format("{}: {}", path.string(), result.error().detail));
        return result;
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfMemory, fmt::format("{}: no memory for its tensors", path.string()));
    }
}

} // namespace

Result<SafetensorsHeader> readSafetensorsHeader(const std::filesystem::path &path, const SafetensorsLimits &limits)
{
    return withFile<SafetensorsHeader>(
        path, [&](std::ifstream &file, std::int64_t size) { return readHeader(file, size, limits); });
}

Result<TensorArchive> readSafetensors(const std::filesystem::path &path, const SafetensorsLimits &limits,
                                      std::span<const MatrixTarget> apart, const JobContext &context)
{
    return withFile<TensorArchive>(path, [&](std::ifstream &file, std::int64_t size) -> Result<TensorArchive> {
        auto header = readHeader(file, size, limits);
        if (!header)
            return failFrom(std::move(header));
        return readTensors(file, std::move(*header), limits, apart, context);
    });
}

} // namespace patina
