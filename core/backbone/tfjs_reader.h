#pragma once

#include "core/backbone/pickle_reader.h"
#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/base/tensor_archive.h"

#include <filesystem>

namespace patina {

/// The weights of a TensorFlow.js model (`model.json` with a weights manifest, and its shards), under their own names.
/// Shards must lie in the folder of model.json or below it, and their sizes must add up exactly. float32 and int32 are
/// read; quantised weights are Unsupported. At most 10,000 shards.
/// \param model the folder or its model.json.
/// Errors: NotFound, Unreadable, BadFormat, Unsupported, TooLarge, naming the file or the weight; Cancelled.
Result<TensorArchive> readTfjsWeights(const std::filesystem::path &model, const WeightFileLimits &limits = {},
                                      const JobContext &context = {});

/// Keras' ResNet-50 (names "res2a_branch1/kernel", "bn_conv1/gamma", kernels height x width x in x out) under
/// torchvision's names, kernels out x in x height x width. The classifier is left out.
/// Errors: BadFormat (a name that is no part of that network; a kernel that is not a float32 array of four sides).
Result<TensorArchive> convertKerasResNet50(const TensorArchive &keras);

} // namespace patina
