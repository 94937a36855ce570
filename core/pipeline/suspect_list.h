#pragma once

#include "core/base/result.h"
#include "core/pipeline/model.h"

#include <filesystem>
#include <span>
#include <string>

namespace patina {

/// The header line of a list of suspects.
std::string suspectListHeader();
/// A line of it. \param picture file name of the region's picture, empty: none.
std::string suspectListLine(const SuspectRegion &suspect, const std::string &picture);

/// Writes regions as a list without pictures, in the order that is given; ExcludedRegions::read() takes it as it is.
/// Errors: WriteFailed.
Result<void> writeSuspectList(std::span<const SuspectRegion> suspects, const std::filesystem::path &file);

} // namespace patina
