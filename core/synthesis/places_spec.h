#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace patina {

/// Where a real defect lay: its middle, in shares of the image's width and height from the top left.
struct DefectPlace
{
    double x = 0.0;
    double y = 0.0;
    bool operator==(const DefectPlace &) const = default;
};

/// Kinds of defects that lie between such places; others lie anywhere.
using DefectPlaces = std::map<std::string, std::vector<DefectPlace>>;

inline constexpr std::size_t mostDefectPlaces = 1024; ///< of a kind

/// Errors: BadArgument (none of the kinds, no place or too many, not within the image).
Result<void> checkPlaces(const DefectPlaces &places, const std::vector<std::string_view> &kinds);

} // namespace patina
