#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace patina {

/// Whether a file could be written at `file`: asked before a long job, not found out after it. Its folder has to exist.
/// Leaves nothing behind. Errors: WriteFailed.
Result<void> checkOutputFile(const std::filesystem::path &file);

/// The same for a model: a file that is there already must be a Patina model, and none of those that are read.
/// Errors: WriteFailed.
Result<void> checkModelFile(const std::filesystem::path &file, std::span<const std::string> read);

/// The same for a folder that may still have to be made. Errors: WriteFailed.
Result<void> checkOutputFolder(const std::filesystem::path &folder);

/// Removes what an earlier run left, before the first new result: after an interruption nothing old stands beside new
/// files. Nothing to do where there is none. \param start how such a file begins: another is not removed.
/// Errors: WriteFailed.
Result<void> removeOutput(const std::filesystem::path &file, std::string_view start);

} // namespace patina
