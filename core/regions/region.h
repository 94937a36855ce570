#pragma once

#include "core/base/result.h"
#include "core/regions/runs.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <functional>
#include <vector>

namespace patina {

/// What the model flags: an 8-connected component of the pixels at or above a threshold.
struct Region
{
    int id = 0;      ///< from 1, in the order of `first`
    cv::Point first; ///< first pixel, top to bottom, then left to right: tells regions of one map apart
    cv::Rect box;    ///< image pixels, half open
    std::int64_t areaPx = 0;
    float peak = 0.0F;              ///< largest score
    cv::Point peakAt;               ///< where; the first in raster order among equals
    double mean = 0.0;              ///< mean score
    std::vector<cv::Point> contour; ///< outer outline through pixel centres, closed; empty unless asked for

    bool operator==(const Region &) const = default;
};

struct RegionSettings
{
    double threshold = 1.0;     ///< a pixel belongs to a region when its score is at or above it
    std::int64_t minAreaPx = 1; ///< smaller components are no regions
};

/// Finds regions while the rows of a map pass by: memory follows the number of runs in two rows, not the image.
/// A region is given to the sink in the row after its last one, without id; `numbered` puts a gathered list in order.
/// A score that is not a number is in no region.
class RegionStream
{
public:
    using Sink = std::function<void(const Region &)>;

    /// Errors: BadArgument (a threshold that is not finite, a width below 1).
    static Result<RegionStream> create(int width, const RegionSettings &settings, Sink sink);

    /// The next row. \param values `width` scores. \param ignore null, or `width` bytes: columns over 0 are in no
    /// region.
    void addRow(const float *values, const std::uint8_t *ignore);
    /// Ends the map: gives out the regions that reach its last row. Further rows start a new map.
    void finish();

private:
    RegionStream(int width, const RegionSettings &settings, Sink sink);
    void linkRow();
    void extend(int set, const Run &run, const float *values);
    void absorb(int into, int from);
    void giveOut(Region &region);
    void compact();

    int m_width = 0;
    float m_threshold = 0.0F;
    std::int64_t m_minAreaPx = 1;
    Sink m_sink;
    int m_row = 0;
    std::vector<Run> m_above;
    std::vector<Run> m_current;
    std::vector<Region> m_open; ///< one per set; `mean` holds the sum until the region is given out
    std::vector<int> m_renumbered;
    std::vector<Region> m_kept;
    DisjointSets m_sets;
};

enum class Contours { Without, With };

/// The regions of a map in memory.
/// \param map CV_32FC1. \param ignore empty, or CV_8UC1 of the map's size: pixels over 0 are in no region.
/// Errors: BadArgument (empty map, threshold not finite), ShapeMismatch (`ignore 640x480 does not match map 1130x460`).
Result<std::vector<Region>> regionsOf(const cv::Mat &map, const RegionSettings &settings, const cv::Mat &ignore = {},
                                      Contours contours = Contours::Without);

/// Regions from a stream in the order of their first pixels, numbered from 1: equal to regionsOf() of the whole map.
std::vector<Region> numbered(std::vector<Region> regions);

} // namespace patina
