#pragma once

#include <opencv2/core.hpp>

#include <cstdint>
#include <memory>
#include <vector>

namespace patina {

/// A region of a scored image in so few words that those of all images can be kept.
struct ListedRegion
{
    cv::Point first;  ///< of its mask, in pixels of the image: tells regions apart
    cv::Point peakAt; ///< in pixels of the score map, as the box
    cv::Rect box;
    std::int64_t areaPx = 0;
    float peak = 0.0F;

    bool operator==(const ListedRegion &) const = default;
};

/// The regions of an image.
struct RegionList
{
    double threshold = 0.0; ///< at which they were found
    cv::Size mapSize;
    std::vector<ListedRegion> regions; ///< in the order of their first pixels

    bool operator==(const RegionList &) const = default;
};

} // namespace patina
