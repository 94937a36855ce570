#pragma once

#include "core/backbone/backbone.h"
#include "core/base/result.h"

#include <map>
#include <string>
#include <string_view>

namespace patina {

/// The identity of a backbone: SHA-256 over its weights' hash and everything else that changes what it computes
/// (architecture, input normalisation, and the halo of a TorchScript module). Name, source and licence may change.
/// \param weightsSha256 tensorsSha256() of the tensors, or the hash of the module file.
std::string backboneSha256(const BackboneInfo &info, std::string_view weightsSha256);

/// The metadata of a backbone's safetensors file: one key, "patina-backbone", with a JSON object.
std::map<std::string, std::string> backboneMetadata(const BackboneInfo &info);

/// Reads it back, checked: layers must be those of the architecture, default layers among them, deviations positive.
/// Errors: BadFormat, VersionMismatch, Unsupported; the caller names the file.
Result<BackboneInfo> backboneInfoFrom(const std::map<std::string, std::string> &metadata);

/// Errors: BadArgument. Names are 1 to 64 of a-z, 0-9, '.', '_', '-', and begin with a letter or digit.
Result<void> checkBackboneName(std::string_view name);

} // namespace patina
