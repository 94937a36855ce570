#pragma once

#include "core/backbone/pickle_machine.h"
#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/base/tensor_archive.h"

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>

namespace patina {

/// Tensors of a state dictionary by their final name, still lying in the machine.
using StateDict = std::map<std::string, PickleValue::Id>;

/// Finds the dictionary of tensors in what a pickle made, unwraps and renames. Errors: BadFormat, saying what was
/// found.
Result<StateDict> findStateDict(const PickleMachine &machine, PickleValue::Id root);

/// The bytes of the storage with a key; they stay valid until the next call.
using StorageSource = std::function<Result<std::span<const std::uint8_t>>(const std::string &key)>;

/// Copies every tensor out of its storage, contiguous and converted, one storage at a time.
/// Errors: BadFormat (a tensor that leaves its storage, named), TooLarge (over maxBytes), Cancelled, those of the
/// source.
Result<TensorArchive> copyTensors(const PickleMachine &machine, const StateDict &dictionary,
                                  const StorageSource &source, std::int64_t maxBytes, const JobContext &context);

} // namespace patina
