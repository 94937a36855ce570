#pragma once

#include "core/base/result.h"

#include <opencv2/core.hpp>

#include <filesystem>

namespace patina {

/// Writes a PNG that appears whole or not at all. \param pixels 8 or 16 bit, 1 or 3 (B, G, R) channels.
/// Errors: BadArgument (other pixels, empty), WriteFailed, OutOfMemory.
Result<void> writePng(const std::filesystem::path &path, const cv::Mat &pixels);

} // namespace patina
