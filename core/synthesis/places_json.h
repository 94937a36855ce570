#pragma once

#include "core/synthesis/places_spec.h"

#include <nlohmann/json.hpp>

// Places of defects in the JSON of a specification. Not for use outside core/synthesis.
namespace patina::synthesis {

/// \param found an object of lists [[x, y], ...]; null: leaves `places` empty. Errors: BadFormat.
Result<void> readPlaces(const nlohmann::json *found, DefectPlaces &places);
/// Nothing where there are none.
void writePlaces(const DefectPlaces &places, nlohmann::ordered_json &spec);

} // namespace patina::synthesis
