#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/labels/run_mask.h"

#include <opencv2/core.hpp>

#include <span>
#include <vector>

// What is drawn by hand as pixels. A pixel belongs to a shape when its centre lies in it: shapes that share an edge
// share no pixel.
namespace patina {

/// The first pixel whose centre is not before `at`, from 0 to `end`.
int firstCentre(double at, int end);

/// Runs in any order, which may overlap and be empty. Errors: BadArgument (one outside the image).
Result<RunMask> joinedRuns(cv::Size size, std::vector<MaskRun> runs);

/// A polygon, by the even-odd rule. \param size of the image. \param corners in image coordinates (pixel (0, 0) covers
/// 0..1), finite; what lies outside the image is left out; fewer than three give no pixel.
/// Errors: TooLarge (edges that cross over 16 million rows in all), Cancelled.
Result<RunMask> polygonMask(cv::Size size, std::span<const cv::Point2d> corners, const JobContext &context = {});
/// The same as runs, row by row.
Result<std::vector<MaskRun>> polygonRuns(cv::Size size, std::span<const cv::Point2d> corners,
                                         const JobContext &context = {});

/// \param area in image coordinates.
RunMask rectangleMask(cv::Size size, const cv::Rect2d &area);

/// A line drawn with a round brush: every pixel whose centre is at most `radiusPx` from the line, and those that the
/// line's points lie in. \param points in image coordinates, finite.
RunMask strokeMask(cv::Size size, std::span<const cv::Point2d> points, double radiusPx);

/// The part of a map that one means by pointing at a pixel: those that are 8-connected with it and at or above
/// `threshold`. \param map CV_32FC1. \returns a mask of the map's size; no pixel where the one pointed at is below, no
/// number, or not in the map.
RunMask componentAt(const cv::Mat &map, cv::Point pixel, double threshold);

/// What stands out within a shape: its pixels whose score is over the threshold that parts them best (Otsu 1979).
/// \param map CV_32FC1, at most of the mask's size; as in enlarged(). \returns the mask itself where nothing stands
/// out.
RunMask raisedPart(const RunMask &mask, const cv::Mat &map);

/// A mask of a map in the pixels of its image, nearest neighbour: pixel x of the image has what floor(x * from / to) of
/// the map has. \param size at least that of the mask.
RunMask enlarged(const RunMask &mask, cv::Size size);

} // namespace patina
