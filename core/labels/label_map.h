#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/dataset/dataset.h"

#include <opencv2/core.hpp>

namespace patina {

/// Ground truth of one image, one layer per class that occurs: layers may overlap (a stain over a scratch).
struct LabelLayer
{
    int classIndex = 0; ///< into Dataset::classes
    cv::Mat mask;       ///< CV_8UC1, 0 or 255, image size
};

struct ImageLabels
{
    cv::Size size;
    std::vector<LabelLayer> layers;
};

/// Reads the masks of one image. A defect image without a mask has no layer (it counts at image level only).
/// Errors: NotFound (a mask's class is not in `classes`), ShapeMismatch (`mask 640x480 does not match image 1130x460`),
/// Unreadable, BadFormat, Cancelled.
Result<ImageLabels> loadLabels(const ImageRecord &record, const std::vector<LabelClass> &classes, cv::Size imageSize,
                               const JobContext &context = {});

/// The same at a smaller size, for models that score at `--scale`: a pixel is set where any under it is, so that no
/// defect is lost and none breaks into pieces; defects nearer than a pixel grow together.
/// \param size no larger than labels.size.
ImageLabels reduceLabels(const ImageLabels &labels, cv::Size size);

} // namespace patina
