#pragma once

#include "app/cli/command_line.h"
#include "core/pipeline/inspector.h"

#include <filesystem>
#include <memory>

namespace patina::cli {

/// A model, opened as the common options say: threads, device, feature cache. Errors: those of deviceFromName() and
/// Inspector::open().
Result<std::unique_ptr<Inspector>> openInspector(const std::filesystem::path &model, const CommandContext &context);

} // namespace patina::cli
