#pragma once

#include "core/labels/run_mask.h"
#include "core/project/facts.h"
#include "core/regions/region.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace patina {

/// What a model flags on an image.
struct FlaggedRegion
{
    Region region; ///< in pixels of the score map; with its outline, unless it was cut or joined; peak and mean are no
                   ///< numbers where there is no map
    RunMask mask;  ///< in pixels of the image
};

/// Where regions come from; their labels tell it.
struct RegionsFrom
{
    std::string image;     ///< id in the project
    std::string modelHash; ///< empty: no map is there
    double threshold = 0.0;
    cv::Size mapSize;
    cv::Size imageSize{};
    cv::Mat map{}; ///< CV_32FC1 of mapSize; may be empty
};

/// One row of a review.
struct RegionItem
{
    FlaggedRegion flagged;
    std::string className; ///< what the present reader calls it; "good": a false alarm; empty: not decided
    std::string truth;     ///< class of the imported mask that it lies on; empty: none
    std::optional<std::int64_t> label{}; ///< the label that has just these pixels
};

/// Was the label made of a region of just this map at this threshold?
bool isOf(const Label &label, const RegionsFrom &from);

/// What there is to decide, and what was decided, on one image, the highest peak first: labels of regions of this map
/// and threshold, labels that were painted, labels that the model flags nothing of; and of each flagged region the
/// pixels that none of these has, which have the class of the label of another model or threshold that they share most
/// with. So no pixel is in two rows but where labels overlap.
/// \param labels by the present reader, and imported ones; of another size than the image: left out.
std::vector<RegionItem> regionItems(const RegionsFrom &from, const std::vector<FlaggedRegion> &flagged,
                                    const std::vector<const Label *> &labels);

/// Pixels with their peak and mean in the map. \param mask of the image's size, not empty.
FlaggedRegion pieceOf(const RegionsFrom &from, RunMask mask);

/// The parts that a region falls into at the lowest threshold at which it does, each pixel with the nearest part.
/// \returns none where it does not, or where there is no map.
std::vector<RunMask> partsOf(const RegionsFrom &from, const RunMask &mask);

} // namespace patina
