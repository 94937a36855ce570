#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>

namespace patina {

/// Facts of an image, after EXIF/TIFF orientation has been applied.
struct ImageInfo
{
    int width = 0;
    int height = 0;
    int channels = 1;     ///< 1 (mono) or 3 (colour); alpha is dropped
    int bitDepth = 8;     ///< 8 or 16
    bool regions = false; ///< true: rectangles are read from the file; false: decoded once and held

    cv::Size size() const { return {width, height}; }
    bool operator==(const ImageInfo &) const = default;
};

/// What a reader refuses. The defaults admit a 30,000 x 30,000 16-bit TIFF and anything OpenCV can hold.
struct ImageLimits
{
    int maxSidePx = 200'000;
    std::int64_t maxPixels = std::int64_t{4} << 30;       ///< with region reads
    std::int64_t maxDecodedBytes = std::int64_t{2} << 30; ///< formats that are decoded whole (at most 2^30 pixels)
    std::int64_t maxBlockBytes = std::int64_t{512} << 20; ///< one compressed strip or tile of a TIFF, decoded
};

/// Pixels of one image. read() may be called from one thread at a time.
class ImageSource
{
public:
    virtual ~ImageSource() = default;
    virtual const ImageInfo &info() const = 0;

    /// \param area inside the image, in pixels, half open, origin top left.
    /// \returns area.height x area.width, CV_8UC1, CV_8UC3, CV_16UC1 or CV_16UC3 (B, G, R).
    /// Errors: BadArgument (area outside the image), Unreadable (truncated or damaged data), OutOfMemory, Cancelled.
    virtual Result<cv::Mat> read(const cv::Rect &area) = 0;
};

/// Opens PNG, JPEG, BMP, TIFF or BigTIFF, told apart by content, not by name. TIFF is read by region, its first page,
/// with a cache of about one row of tiles or strips; compressed strips of an image on its side (orientation 5 to 8) are
/// held decoded, up to limits.maxDecodedBytes. A palette becomes colour in PNG and BMP (in BMP a palette of greys
/// becomes mono); in TIFF it is Unsupported.
/// Width, height and depth are checked against the limits before anything is allocated; truncated or damaged
/// PNG and JPEG files are refused here, not returned half grey.
/// \param context is polled while rows are decoded, also by read(): what it refers to must outlive the image.
/// Errors: NotFound, Unreadable, BadFormat, Unsupported, TooLarge, OutOfMemory, Cancelled.
Result<std::unique_ptr<ImageSource>> openImage(const std::filesystem::path &path, const ImageLimits &limits = {},
                                               const JobContext &context = {});

/// The facts of an image without its pixels, as openImage would tell them; a file that passes may still be damaged.
/// Errors: as openImage.
Result<ImageInfo> probeImage(const std::filesystem::path &path, const ImageLimits &limits = {});

/// An image that is already in memory (CV_8U or CV_16U, 1 or 3 channels).
std::unique_ptr<ImageSource> imageFromMat(cv::Mat pixels);

/// The image reduced to round(side * scale) a side, area-averaged, still read by region: any partition into regions
/// gives the same pixels. \param scale in (0, 1].
/// Errors: BadArgument (scale).
Result<std::unique_ptr<ImageSource>> scaledImage(std::unique_ptr<ImageSource> source, double scale);

/// The whole image reduced to `size` in the same way, with bounded memory beside the result: thumbnails, overlays.
/// Errors: BadArgument (a side below 1 or above the image's); those of read().
Result<cv::Mat> readReduced(ImageSource &source, cv::Size size);

/// How stored values become 0..255 for the backbone; part of the model. 8-bit: black 0, white 255.
/// 16-bit: white is the full scale of the camera's bit depth (1023, 4095, 16383, 65535).
struct IntensityScale
{
    double black = 0.0;
    double white = 255.0;

    bool operator==(const IntensityScale &) const = default;
};

/// The smallest full scale of a 8, 10, 12, 14 or 16 bit camera that holds `largestValue`.
IntensityScale intensityScaleFor(int bitDepth, double largestValue);

/// \returns CV_32FC3, R, G, B, 0..255 nominal (values above white are not clipped); mono is repeated.
cv::Mat toNetworkRange(const cv::Mat &pixels, const IntensityScale &scale);

} // namespace patina
