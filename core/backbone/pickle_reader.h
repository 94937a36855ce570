#pragma once

#include "core/backbone/pickle_machine.h"
#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/base/tensor_archive.h"

#include <cstdint>
#include <span>

namespace patina {

/// What a weight file from a stranger may cost.
struct WeightFileLimits
{
    std::int64_t maxFileBytes = std::int64_t{8} << 30U;
    std::int64_t maxTensorBytes = std::int64_t{8} << 30U; ///< of all tensors together, as held in memory
    PickleLimits pickle = {};
};

/// The tensors of a PyTorch state dictionary (`.pth`, `.pt`), in the old format and in the zip format, without running
/// anything of it. Checkpoints with the dictionary under "state_dict", "model" and the like are unwrapped, a common
/// prefix "module." and BatchNorm's num_batches_tracked are dropped, values that are no tensors are passed over.
/// Half, bfloat16 and double become F32, bool becomes U8; strided tensors become contiguous.
/// Errors: BadFormat, Unsupported (a function, operation or type that is refused, by name), TooLarge, Corrupt,
/// Cancelled.
Result<TensorArchive> readStateDict(std::span<const std::uint8_t> bytes, const WeightFileLimits &limits = {},
                                    const JobContext &context = {});

} // namespace patina
