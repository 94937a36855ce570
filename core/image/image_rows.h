#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/image/image_source.h"

#include <opencv2/core.hpp>

#include <filesystem>
#include <memory>

namespace patina {

/// The rows of one image from the top to the bottom, each once: what openImage() would hold decoded is not held here.
class ImageRows
{
public:
    virtual ~ImageRows() = default;
    virtual const ImageInfo &info() const = 0;

    /// The next `count` rows, fewer at the end. \param count > 0. \returns as ImageSource::read.
    /// Errors: BadArgument (no row is left), Unreadable (truncated or damaged data), OutOfMemory, Cancelled.
    virtual Result<cv::Mat> next(int count) = 0;
};

/// JPEG of one scan, PNG that is not interlaced, and TIFF are read as they come, of any size within the limits of sides
/// and pixels; others, and those that have to be turned upright, are decoded whole as by openImage().
/// \param context is polled while rows are decoded, also by next(): what it refers to must outlive the rows.
/// Errors: as openImage().
Result<std::unique_ptr<ImageRows>> openRows(const std::filesystem::path &path, const ImageLimits &limits = {},
                                            const JobContext &context = {});

/// The rows of an image that is open.
std::unique_ptr<ImageRows> rowsOf(std::unique_ptr<ImageSource> source);

/// A quick look at a large JPEG of one scan, reduced 8 times a side as it is decoded (a third of the time of the
/// whole). \returns CV_8UC1 or CV_8UC3 (B, G, R), upright; empty where the file is of another kind, or damaged.
cv::Mat quickPicture(const std::filesystem::path &path, const ImageLimits &limits, const JobContext &context);

} // namespace patina
