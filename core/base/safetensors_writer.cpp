#include "core/base/atomic_file.h"
#include "core/base/safetensors.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>
#include <new>
#include <span>

namespace patina {

namespace {

using nlohmann::json;

constexpr std::string_view metadataKey = "__metadata__";
constexpr std::size_t stepBytes = std::size_t{8} << 20; ///< between two looks at the context

/// Tensors end to end in name order.
Result<SafetensorsHeader> headerOf(const ArchiveView &archive)
{
    SafetensorsHeader header;
    header.metadata = archive.metadata;
    std::int64_t offset = 0;
    for (const auto &[name, tensor] : archive.tensors) {
        const auto count = shapeCount(tensor.shape);
        std::size_t bytes = 0;
        for (const auto &piece : tensor.pieces)
            bytes += piece.size();
        if (!count || static_cast<std::uint64_t>(*count) != bytes / tensorTypeBytes(tensor.type) ||
            bytes % tensorTypeBytes(tensor.type) != 0)
            return fail(ErrorCode::BadArgument, fmt::format("tensor \"{}\" of shape {} and {} bytes cannot be stored",
                                                            name, shapeText(tensor.shape), bytes));
        const std::int64_t end = offset + static_cast<std::int64_t>(bytes);
        header.entries[name] = {std::string(tensorTypeName(tensor.type)), tensor.shape, offset, end};
        offset = end;
    }
    return header;
}

Result<void> writeInSteps(AtomicFile &file, std::span<const std::uint8_t> bytes, const JobContext &context)
{
    while (!bytes.empty()) {
        if (context.cancelled())
            return cancelledError();
        const auto step = bytes.first(std::min(bytes.size(), stepBytes));
        if (auto written = file.write(step); !written)
            return written;
        bytes = bytes.subspan(step.size());
    }
    return {};
}

} // namespace

Result<std::string> safetensorsHeaderBytes(const SafetensorsHeader &header)
try {
    json object = json::object();
    if (!header.metadata.empty())
        object[std::string(metadataKey)] = header.metadata;
    for (const auto &[name, entry] : header.entries) {
        if (name == metadataKey)
            return fail(ErrorCode::BadArgument, fmt::format("a tensor cannot be called {}", name));
        object[name] = {{"dtype", entry.dtype}, {"shape", entry.shape}, {"data_offsets", {entry.begin, entry.end}}};
    }
    std::string text = object.dump();
    text.append((8 - text.size() % 8) % 8, ' ');
    if (text.size() > static_cast<std::size_t>(SafetensorsLimits{}.maxHeaderBytes))
        return fail(ErrorCode::TooLarge,
                    fmt::format("a header of {} bytes, {} allowed", text.size(), SafetensorsLimits{}.maxHeaderBytes));
    const std::uint64_t length = text.size();
    std::string prefix(sizeof length, '\0');
    std::memcpy(prefix.data(), &length, sizeof length);
    return prefix + text;
} catch (const json::exception &e) {
    return fail(ErrorCode::BadArgument, fmt::format("a name or text is not UTF-8: {}", e.what()));
}

Result<void> writeSafetensors(const std::filesystem::path &path, const ArchiveView &archive, const JobContext &context)
try {
    auto header = headerOf(archive).and_then(safetensorsHeaderBytes);
    if (!header)
        return fail(header.error().code, fmt::format("{}: {}", path.string(), header.error().detail));
    auto file = AtomicFile::create(path);
    if (!file)
        return failFrom(std::move(file));
    if (auto written = file->write(*header); !written)
        return written;
    for (const auto &[name, tensor] : archive.tensors)
        for (const auto &piece : tensor.pieces)
            if (auto written = writeInSteps(*file, piece, context); !written)
                return written;
    return context.cancelled() ? cancelledError() : file->commit();
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::OutOfMemory, fmt::format("{}: no memory for its header", path.string()));
}

} // namespace patina
