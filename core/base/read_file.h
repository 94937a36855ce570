#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

namespace patina {

/// Size of a regular file (a link to one counts). Errors: NotFound; Unreadable for folders, pipes and devices.
Result<std::int64_t> regularFileSize(const std::filesystem::path &path);

/// A whole file in memory. Errors: NotFound, Unreadable, TooLarge (over maxBytes), OutOfMemory.
Result<std::vector<std::uint8_t>> readFileBytes(const std::filesystem::path &path, std::int64_t maxBytes);
Result<std::string> readTextFile(const std::filesystem::path &path, std::int64_t maxBytes);

/// Fills `bytes` from an open file, from `offset` on. Errors: Unreadable (the file ends before, or an I/O error),
/// Cancelled.
Result<void> readBytesAt(std::ifstream &file, std::int64_t offset, std::span<std::uint8_t> bytes,
                         const JobContext &context);

} // namespace patina
