#include "core/backbone/tfjs_reader.h"

#include "core/base/printable.h"
#include "core/base/read_file.h"
#include "core/base/strict_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <new>
#include <optional>

namespace patina {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::int64_t maxModelBytes = 64 << 20;
constexpr JsonLimits jsonLimits{.maxDepth = 64, .maxValues = 1'000'000};
constexpr std::size_t maxShards = 10'000; ///< of all groups: each costs several system calls

/// What is left of the limits while the groups are read.
struct Budget
{
    std::int64_t bytes = 0;
    std::size_t shards = maxShards;
};

/// One group of the manifest: shards that are read as one run of bytes, and the weights in it, in order.
struct WeightGroup
{
    std::vector<fs::path> shards;
    std::vector<std::pair<std::string, StoredTensor>> weights; ///< bytes sized, not yet filled
    std::int64_t bytes = 0;
};

/// \param base the model's folder, canonical.
Result<fs::path> shardPath(const fs::path &base, const json &name)
{
    if (!name.is_string() || name.get_ref<const std::string &>().empty())
        return fail(ErrorCode::BadFormat, "a shard has no file name");
    const auto &text = name.get_ref<const std::string &>();
    const fs::path relative(text);
    const bool climbs = std::ranges::find(relative, fs::path("..")) != relative.end();
    std::error_code ec;
    const fs::path full = fs::weakly_canonical(base / relative, ec);
    // Links are followed before the comparison: none may lead out of the folder either.
    const bool inside = !ec && std::mismatch(base.begin(), base.end(), full.begin(), full.end()).first == base.end();
    if (relative.is_absolute() || climbs || !inside || text.find('\0') != std::string::npos)
        return fail(ErrorCode::BadFormat,
                    fmt::format("shard \"{}\" lies outside the model's folder: refused", printable(text)));
    return full;
}

std::optional<std::vector<std::int64_t>> shapeOf(const json &value)
{
    constexpr std::size_t maxDimensions = 16;
    if (!value.is_array() || value.size() > maxDimensions)
        return std::nullopt;
    std::vector<std::int64_t> shape;
    for (const json &side : value) {
        if (!side.is_number_unsigned() || side.get<std::uint64_t>() > (std::uint64_t{1} << 40U))
            return std::nullopt;
        shape.push_back(static_cast<std::int64_t>(side.get<std::uint64_t>()));
    }
    return shape;
}

/// Name and type of a weight; its bytes are counted, not allocated.
Result<std::pair<std::string, StoredTensor>> weightOf(const json &entry)
{
    if (!entry.is_object() || !entry.contains("name") || !entry["name"].is_string() || !entry.contains("shape") ||
        !entry.contains("dtype") || !entry["dtype"].is_string())
        return fail(ErrorCode::BadFormat, "a weight of the manifest lacks name, shape or dtype");
    const std::string name = entry["name"].get<std::string>();
    const auto type = entry["dtype"].get<std::string>();
    if (entry.contains("quantization"))
        return fail(ErrorCode::Unsupported,
                    fmt::format("weight \"{}\" is quantised; convert the model without that", printable(name)));
    if (type != "float32" && type != "int32")
        return fail(ErrorCode::Unsupported, fmt::format("weight \"{}\" has type {}; float32 and int32 are read",
                                                        printable(name), printable(type)));
    auto shape = shapeOf(entry["shape"]);
    if (!shape || !shapeCount(*shape))
        return fail(ErrorCode::BadFormat, fmt::format("weight \"{}\" has no sensible shape", printable(name)));
    return std::pair(name,
                     StoredTensor{type == "float32" ? TensorType::Float32 : TensorType::Int32, std::move(*shape), {}});
}

Result<WeightGroup> groupOf(const json &entry, const fs::path &base, Budget &budget, const JobContext &context)
{
    if (!entry.is_object() || !entry.contains("paths") || !entry["paths"].is_array() || !entry.contains("weights") ||
        !entry["weights"].is_array())
        return fail(ErrorCode::BadFormat, "the weights manifest lacks paths or weights");
    if (entry["paths"].size() > budget.shards)
        return fail(ErrorCode::TooLarge, fmt::format("more than {} shards: refused", maxShards));
    budget.shards -= entry["paths"].size();
    WeightGroup group;
    for (const json &name : entry["paths"]) {
        if (context.cancelled())
            return cancelledError();
        auto path = shardPath(base, name);
        if (!path)
            return failFrom(std::move(path));
        group.shards.push_back(std::move(*path));
    }
    for (const json &item : entry["weights"]) {
        auto weight = weightOf(item);
        if (!weight)
            return failFrom(std::move(weight));
        // Both types have 4 bytes; the sum stays below the limit, so nothing overflows.
        const std::int64_t count = weight->second.count();
        if (count > budget.bytes / 4)
            return fail(ErrorCode::TooLarge,
                        fmt::format("weight \"{}\" of {} is over the {} bytes left of those allowed",
                                    printable(weight->first), shapeText(weight->second.shape), budget.bytes));
        budget.bytes -= count * 4;
        group.bytes += count * 4;
        group.weights.push_back(std::move(*weight));
    }
    return group;
}

Result<std::vector<std::uint8_t>> readShards(const WeightGroup &group, const JobContext &context)
{
    std::int64_t total = 0;
    for (const fs::path &shard : group.shards) {
        const auto size = regularFileSize(shard);
        if (!size)
            return tl::unexpected(size.error());
        if (*size > group.bytes - total)
            return fail(ErrorCode::BadFormat, fmt::format("{}: the shards hold more than the {} bytes of their weights",
                                                          shard.string(), group.bytes));
        total += *size;
    }
    if (total != group.bytes)
        return fail(ErrorCode::BadFormat,
                    fmt::format("the shards hold {} bytes, their weights {}: truncated", total, group.bytes));
    std::vector<std::uint8_t> bytes;
    bytes.reserve(static_cast<std::size_t>(total));
    for (const fs::path &shard : group.shards) {
        if (context.cancelled())
            return cancelledError();
        auto part = readFileBytes(shard, group.bytes - static_cast<std::int64_t>(bytes.size()));
        if (!part)
            return failFrom(std::move(part));
        bytes.insert(bytes.end(), part->begin(), part->end());
    }
    if (static_cast<std::int64_t>(bytes.size()) != group.bytes)
        return fail(ErrorCode::Unreadable, "the shards changed while they were read");
    return bytes;
}

Result<void> addGroup(TensorArchive &archive, WeightGroup &&group, const JobContext &context)
{
    const auto bytes = readShards(group, context);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto position = bytes->begin();
    for (auto &[name, tensor] : group.weights) {
        const auto size = static_cast<std::ptrdiff_t>(tensor.count() * 4);
        tensor.bytes.assign(position, position + size);
        position += size;
        if (!archive.tensors.emplace(name, std::move(tensor)).second)
            return fail(ErrorCode::BadFormat, fmt::format("weight \"{}\" comes twice", printable(name)));
    }
    return {};
}

Result<TensorArchive> readManifest(const fs::path &file, const WeightFileLimits &limits, const JobContext &context)
{
    const auto text = readTextFile(file, maxModelBytes);
    if (!text)
        return tl::unexpected(text.error());
    const auto model = parseStrictJson(*text, jsonLimits);
    if (!model)
        return tl::unexpected(model.error());
    if (!model->is_object() || !model->contains("weightsManifest") || !(*model)["weightsManifest"].is_array())
        return fail(ErrorCode::BadFormat, "no weightsManifest: no TensorFlow.js model");
    const fs::path base = fs::canonical(file.parent_path().empty() ? fs::path(".") : file.parent_path());
    TensorArchive archive;
    Budget budget{.bytes = limits.maxTensorBytes};
    for (const json &entry : (*model)["weightsManifest"]) {
        auto group = groupOf(entry, base, budget, context);
        if (!group)
            return failFrom(std::move(group));
        if (auto added = addGroup(archive, std::move(*group), context); !added)
            return failFrom(std::move(added));
    }
    return archive;
}

} // namespace

Result<TensorArchive> readTfjsWeights(const fs::path &model, const WeightFileLimits &limits, const JobContext &context)
{
    std::error_code ec;
    const fs::path file = fs::is_directory(model, ec) ? model / "model.json" : model;
    try {
        auto archive = readManifest(file, limits, context);
        if (!archive && archive.error().code != ErrorCode::Cancelled &&
            archive.error().detail.find(file.string()) == std::string::npos)
            return fail(archive.error().code, fmt::format("{}: {}", file.string(), archive.error().detail));
        return archive;
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfMemory, fmt::format("{}: no memory for its weights", file.string()));
    } catch (const fs::filesystem_error &e) {
        return fail(ErrorCode::Unreadable, fmt::format("{}: {}", file.string(), e.what()));
    }
}

} // namespace patina
