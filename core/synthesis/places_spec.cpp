#include "core/synthesis/places_spec.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

bool isShare(double value)
{
    return std::isfinite(value) && value >= 0.0 && value <= 1.0;
}

} // namespace

Result<void> checkPlaces(const DefectPlaces &places, const std::vector<std::string_view> &kinds)
{
    const auto bad = [](std::string detail) {
        return fail(ErrorCode::BadArgument, "specification: " + std::move(detail));
    };
    for (const auto &[kind, list] : places) {
        if (std::ranges::find(kinds, kind) == kinds.end())
            return bad(
                fmt::format("places has '{}', which is no kind of defects; known: {}", kind, fmt::join(kinds, ", ")));
        if (list.empty() || list.size() > mostDefectPlaces)
            return bad(
                fmt::format("places.{} has {} places; it may have 1 to {}", kind, list.size(), mostDefectPlaces));
        for (const DefectPlace &place : list)
            if (!isShare(place.x) || !isShare(place.y))
                return bad(fmt::format("places.{} has [{}, {}]; both are shares of the image, 0 to 1", kind, place.x,
                                       place.y));
    }
    return {};
}

} // namespace patina
