#include "core/synthesis/object_reader.h"
#include "core/synthesis/places_json.h"

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

namespace synthesis {

Result<void> readPlaces(const json *found, DefectPlaces &places)
{
    if (found == nullptr)
        return {};
    const ObjectReader object(*found, "places");
    if (auto opened = object.open(); !opened)
        return opened;
    const auto isPlace = [](const json &one) {
        return one.is_array() && one.size() == 2 && one[0].is_number() && one[1].is_number();
    };
    for (const auto &[kind, list] : found->items()) {
        if (!list.is_array() || !std::ranges::all_of(list, isPlace))
            return object.wrongType(kind, "a list of places [x, y]", list);
        std::vector<DefectPlace> &read = places[kind];
        for (const json &one : list)
            read.push_back({one[0].get<double>(), one[1].get<double>()});
    }
    return {};
}

void writePlaces(const DefectPlaces &places, nlohmann::ordered_json &spec)
{
    for (const auto &[kind, list] : places)
        for (const DefectPlace &place : list)
            spec["places"][kind].push_back({place.x, place.y});
}

} // namespace synthesis

} // namespace patina
