#pragma once

#include "core/features/feature_extractor.h"

#include <filesystem>
#include <memory>

namespace patina {

/// Puts a folder before an extractor: the features of an image that the folder holds are read from it, bit for bit as
/// they were computed and in the same bands; those of others are computed and kept, one safetensors file each. An image
/// is known by its pixels, not by its name, and features by backbone, layers, tile size and intensity scale, so that a
/// folder serves any number of data sets and models. A file that is damaged or foreign is computed anew and replaced;
/// where the folder is full, or holds `mostBytes`, no more is kept, which is noticed once. Processes may share it.
/// Memory: one band more.
/// \param folder made if need be; empty: `inner` is returned as it is.
/// Errors: Unsupported (TorchScript, whose features may depend on the number of threads), WriteFailed (folder).
Result<std::unique_ptr<FeatureExtractor>> withFeatureCache(std::unique_ptr<FeatureExtractor> inner,
                                                           const BackboneInfo &backbone,
                                                           const ExtractorSettings &settings,
                                                           const std::filesystem::path &folder,
                                                           std::int64_t mostBytes = std::int64_t{64} << 30);

} // namespace patina
