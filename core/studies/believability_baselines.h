#pragma once

#include "core/base/random.h"

#include <opencv2/core.hpp>

#include <vector>

namespace patina {

/// An image of the same power at every frequency, its phases drawn anew, the same turn in all channels (random-phase
/// noise: Galerne, Gousseau and Morel 2011, IEEE TIP 20, 257-267). \param image CV_8UC3 or CV_8UC1.
cv::Mat randomPhase(const cv::Mat &image, Random &random);

/// A defect as somebody would paste one.
struct Blob
{
    double areaPx = 0.0;
    double contrast = 0.0; ///< mean grey level inside less that around it
};
/// The connected parts of a mask, with their contrast to a ring around them. \param grey CV_8UC1.
std::vector<Blob> blobsOf(const cv::Mat &grey, const cv::Mat &mask);
/// Pastes ellipses with soft edges anywhere. \returns their mask, CV_8UC1.
cv::Mat pasteBlobs(cv::Mat &image, const std::vector<Blob> &blobs, Random &random);

} // namespace patina
