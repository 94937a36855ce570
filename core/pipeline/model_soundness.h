#pragma once

#include "core/pipeline/model.h"

#include <string>

namespace patina {

/// The first field of a model's description that a scorer could not work with, and its value; empty where all are
/// sound.
std::string unsoundField(const ModelInfo &info);

} // namespace patina
