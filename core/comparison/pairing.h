#pragma once

#include "core/metrics/outcomes.h"

#include <cstddef>
#include <string>
#include <vector>

namespace patina {

struct RegionPair
{
    std::size_t a = 0; ///< into the regions of the one
    std::size_t b = 0; ///< into those of the other
    bool operator==(const RegionPair &) const = default;
};

struct RegionPairing
{
    std::vector<RegionPair> pairs; ///< in the order of the regions of A
    std::vector<std::size_t> onlyA;
    std::vector<std::size_t> onlyB;
};

/// The outcomes of the images that two evaluations have in common.
struct PairedOutcomes
{
    Outcomes a; ///< image i of `a` is image i of `b`; what else they had is left out
    Outcomes b;
    std::vector<std::string> imagesOnlyA; ///< ids
    std::vector<std::string> imagesOnlyB;
    RegionPairing defects;
};

/// Which defects of A and B are the same. Images are numbered alike in both. Where the maps of an image are of one
/// size, those of one class and one box (of several with the same box, in their order). Where they are not (models with
/// another scale, whose defects may have grown together), boxes are taken as shares of their map, and two of one class
/// are the same where each overlaps the other most, the overlap is at least half of the smaller one, and neither is
/// what a third overlaps most: what has grown together is paired with nothing.
RegionPairing pairedRegions(const Outcomes &a, const Outcomes &b);

/// What several leave out of their images so that each has those of all.
/// \param all each reduced to the images that every one has, by their ids. \returns the ids that not all had, sorted.
std::vector<std::string> keepCommonImages(const std::vector<Outcomes *> &all);

/// Images are the same by their id. The order of the images of A.
PairedOutcomes pairedOutcomes(const Outcomes &a, const Outcomes &b);

} // namespace patina
