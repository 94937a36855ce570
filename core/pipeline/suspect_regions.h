#pragma once

#include "core/base/feature_matrix.h"
#include "core/pipeline/model.h"

#include <string>
#include <vector>

namespace patina {

/// Of regions in the list of suspects; each has a picture.
inline constexpr std::size_t mostSuspects = 60;

/// A patch that few images bear out.
struct SuspectPatch
{
    std::string image; ///< id
    PatchRef origin;   ///< row and column
    double loneliness = 0.0;
    std::int32_t rows = 0; ///< of the bank that it is: 1, or 0 in a held-out image
};

/// Joins patches that lie beside each other in an image into regions.
/// \param patches in any order. \param pxPerPatch of the image file. \returns the loneliest mostSuspects, the loneliest
/// first.
std::vector<SuspectRegion> suspectRegions(std::vector<SuspectPatch> patches, double pxPerPatch);

} // namespace patina
