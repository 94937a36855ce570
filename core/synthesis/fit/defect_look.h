#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace patina::synthesis {

/// What a mask and the image under it tell of one defect. Light is linear, over the median of a ring 3 to 9 pixels
/// outside of all masks.
struct DefectLook
{
    double areaPx = 0.0;
    cv::Point2d middle;          ///< of its pixels, shares of the image's width and height
    double lengthPx = 0.0;       ///< along its longest axis
    double longerThanWide = 1.0; ///< of the ellipse of its second moments
    double grainAngleDeg = 0.0;  ///< of its longest axis to the marks of the surface, -90 to 90
    double light = 1.0;          ///< mean
    double redOverBlue = 1.0;    ///< mean light in red over that in blue; 1 where the image has no colours
    double blackWidthPx = 0.0; ///< width of a wholly black line that takes as much light across, in half of its places
    double darkest = 0.0;      ///< light that is missing in the darkest pixel across, in half of its places
    double kinkDeg = 0.0;      ///< mean turn of its middle line from one stretch of 6 pixels to the next, over 2
    double endsOpen = 1.0;     ///< light that its first and last tenth take, over that of its middle
    double swell = 0.0;        ///< deviation of the light that it takes along its middle, over the mean
};

/// One look for each connected region of the mask that has at least 12 pixels and a ring. \param pixels CV_8UC1 or
/// CV_8UC3. \param mask CV_8UC1 of the same size.
std::vector<DefectLook> looksOf(const cv::Mat &pixels, const cv::Mat &mask);

} // namespace patina::synthesis
