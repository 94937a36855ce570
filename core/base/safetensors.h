#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/result.h"
#include "core/base/tensor_archive.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace patina {

/// What a safetensors file from a stranger may cost.
struct SafetensorsLimits
{
    std::int64_t maxHeaderBytes = 100'000'000;             ///< the format's own limit
    std::int64_t maxTensorBytes = std::int64_t{16} << 30U; ///< all tensors together, as held in memory
};

/// One tensor of a header: what it is and where its bytes lie, counted from the start of the data.
struct SafetensorsEntry
{
    std::string dtype; ///< as written: "F32", "BF16", ...
    std::vector<std::int64_t> shape;
    std::int64_t begin = 0;
    std::int64_t end = 0;
    bool operator==(const SafetensorsEntry &) const = default;
};

struct SafetensorsHeader
{
    std::map<std::string, SafetensorsEntry> entries;
    std::map<std::string, std::string> metadata;
    std::int64_t dataOffset = 0; ///< of the first tensor byte in the file
    bool operator==(const SafetensorsHeader &) const = default;
};

/// The checked header alone: cheap, whatever the tensors weigh. Every length, offset and shape is checked against the
/// file: tensors lie end to end and fill it exactly. Data types are only checked when tensors are read.
/// Errors: NotFound, Unreadable, BadFormat, TooLarge, each naming the file and the tensor.
Result<SafetensorsHeader> readSafetensorsHeader(const std::filesystem::path &path,
                                                const SafetensorsLimits &limits = {});

/// A tensor that is read into a matrix instead of the archive: no byte of it is held twice.
struct MatrixTarget
{
    std::string name;
    FeatureMatrix *matrix = nullptr;
    std::int64_t room = 0; ///< rows that it will hold: memory for all is reserved where an eighth are there
};

/// Tensors and metadata. F32, I32, I64 and U8 are kept; F16, BF16 and F64 become F32; others are Unsupported, by name.
/// \param apart of these names F32 of two dimensions go into the matrices, and are not in the archive.
/// Errors: those of the header, Unsupported, OutOfMemory, Cancelled.
Result<TensorArchive> readSafetensors(const std::filesystem::path &path, const SafetensorsLimits &limits = {},
                                      std::span<const MatrixTarget> apart = {}, const JobContext &context = {});

/// Length, JSON and padding: what a file with these tensors begins with, for writers that do not hold them all. Padded
/// with spaces to 8 bytes. Errors: BadArgument (a name or text that is not UTF-8, a tensor named "__metadata__"),
/// TooLarge.
Result<std::string> safetensorsHeaderBytes(const SafetensorsHeader &header);

/// Writes atomically, tensors in name order, the header padded with spaces to 8 bytes: the same archive gives the same
/// bytes. Errors: BadArgument (a tensor whose bytes do not match its shape, a name that is not UTF-8 or is
/// "__metadata__"), TooLarge (header), WriteFailed, Cancelled.
Result<void> writeSafetensors(const std::filesystem::path &path, const ArchiveView &archive,
                              const JobContext &context = {});

} // namespace patina
