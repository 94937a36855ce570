#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace patina {

/// Writes an array in NumPy's NPY format (version 1.0, little endian, C order), atomically.
/// \param shape its product is values.size(). Errors: ShapeMismatch, WriteFailed.
Result<void> writeNpy(const std::filesystem::path &path, const std::vector<std::int64_t> &shape,
                      std::span<const float> values);
Result<void> writeNpy(const std::filesystem::path &path, const std::vector<std::int64_t> &shape,
                      std::span<const std::int32_t> values);

} // namespace patina
