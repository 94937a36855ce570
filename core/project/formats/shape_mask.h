#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/labels/run_mask.h"
#include "core/project/formats/foreign_labels.h"

namespace patina::formats {

/// The pixels whose centres lie in a shape; what lies outside of the image is left out. May be empty.
/// Errors: BadFormat, ShapeMismatch (a mask of another size), TooLarge (over 16 million crossings or 4 million runs),
/// those of readGreyMask, OutOfMemory, Cancelled.
Result<RunMask> maskOf(const Geometry &geometry, cv::Size size, const JobContext &context);

/// A rectangle by two corners, turned around its centre; clockwise on the screen.
PolygonShape rectangleShape(cv::Point2d a, cv::Point2d b, double degrees = 0.0);

} // namespace patina::formats
