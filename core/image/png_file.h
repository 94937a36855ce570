#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/image/image_source.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace patina {

/// Writes a PNG that appears whole or not at all. \param pixels 8 or 16 bit, 1 or 3 (B, G, R) channels.
/// Errors: BadArgument (other pixels, empty), WriteFailed, OutOfMemory.
Result<void> writePng(const std::filesystem::path &path, const cv::Mat &pixels);

/// The bytes of such a file. Errors: BadArgument, OutOfMemory.
Result<std::vector<std::uint8_t>> encodePng(const cv::Mat &pixels);

/// A PNG that is in memory, in stored order, after the same checks as a file.
/// Errors: BadFormat, Unreadable (truncated, damaged), TooLarge, OutOfMemory, Cancelled.
Result<cv::Mat> decodePng(std::span<const std::uint8_t> bytes, const ImageLimits &limits, const JobContext &context);

} // namespace patina
