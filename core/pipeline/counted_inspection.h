#pragma once

#include "core/pipeline/inspector.h"

#include <cstdint>

namespace patina {

/// Inspects an image as a minimum area makes its map count (CountedMap): the rows that `sink` gets and the score of the
/// inspection are of that map; patch distances are as they are.
/// \param minAreaPx of the map, at least 1. Errors: those of Inspector::inspect() and CountedMap::render().
Result<Inspection> inspectCounted(Inspector &inspector, ImageSource &image, std::int64_t minAreaPx,
                                  const MapRowSink &sink, const JobContext &context);

} // namespace patina
