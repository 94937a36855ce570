#pragma once

#include "core/base/result.h"
#include "core/image/image_rows.h"
#include "core/image/image_source.h"
#include "core/image/orientation.h"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

// What the readers of the single formats share. Not for use outside core/image.
namespace patina::detail {

enum class ImageFormat { Png, Jpeg, Bmp, Tiff };

struct FileCloser
{
    void operator()(std::FILE *file) const { std::fclose(file); }
};
using FileHandle = std::unique_ptr<std::FILE, FileCloser>;

struct ImageFile
{
    std::filesystem::path path;
    FileHandle handle; ///< at the start of the file
    std::int64_t bytes = 0;
    ImageFormat format = ImageFormat::Png;
};

/// Opens a regular file and tells its format by its first bytes.
/// Errors: NotFound, Unreadable (folder, device, rights, I/O error), BadFormat (empty, none of the formats).
Result<ImageFile> openImageFile(const std::filesystem::path &path);

/// Reads up to `count` bytes at `offset`; fewer at the end of the file.
std::string readAt(std::FILE *file, std::int64_t offset, std::size_t count);

/// What a header says of an image, before orientation.
struct StoredImage
{
    cv::Size size;
    int channels = 1; ///< 1 or 3, as it will be read
    int bitDepth = 8; ///< 8 or 16, as it will be read
    Orientation orientation;

    std::int64_t pixels() const { return std::int64_t{size.width} * size.height; }
    std::int64_t bytes() const { return pixels() * channels * (bitDepth / 8); }
    /// What turning it upright takes beside the pixels: a second image where the axes are swapped.
    std::int64_t turningBytes() const { return orientation.swapsAxes() ? bytes() : 0; }
    int matType() const { return CV_MAKETYPE(bitDepth == 8 ? CV_8U : CV_16U, channels); }
    ImageInfo info() const;
};

/// "path: sentence"
tl::unexpected<Error> imageError(ErrorCode code, const std::filesystem::path &path, const std::string &sentence);

/// Sides alone. Errors: BadFormat (none), TooLarge.
Result<void> checkSides(const std::filesystem::path &path, std::int64_t width, std::int64_t height,
                        const ImageLimits &limits);
/// For formats that are decoded whole. `extraBytes`: what the decoder needs beside the pixels. Errors: TooLarge.
Result<void> checkDecodedWhole(const std::filesystem::path &path, const StoredImage &image, const ImageLimits &limits,
                               std::int64_t extraBytes = 0);

/// Errors: OutOfMemory.
Result<cv::Mat> allocatePixels(const std::filesystem::path &path, cv::Size size, int type);

/// "12.3 MiB"
std::string readableBytes(std::int64_t bytes);

// One pair per format: the header alone, and all pixels in stored order. Both start from a file just opened; decoding
// polls the context between rows.
Result<StoredImage> probePng(const ImageFile &file, const ImageLimits &limits);
Result<cv::Mat> decodePng(const ImageFile &file, const StoredImage &image, const JobContext &context);
Result<StoredImage> probeJpeg(const ImageFile &file, const ImageLimits &limits);
Result<cv::Mat> decodeJpeg(const ImageFile &file, const StoredImage &image, const JobContext &context);
Result<StoredImage> probeBmp(const ImageFile &file, const ImageLimits &limits);
Result<cv::Mat> decodeBmp(const ImageFile &file, const StoredImage &image, const ImageLimits &limits,
                          const JobContext &context);

/// Rows as they are decoded; null where the file has to be decoded whole. Errors: those of the probe.
Result<std::unique_ptr<ImageRows>> openPngRows(ImageFile file, const ImageLimits &limits, const JobContext &context);
Result<std::unique_ptr<ImageRows>> openJpegRows(ImageFile file, const ImageLimits &limits, const JobContext &context);
/// As quickPicture().
Result<cv::Mat> quickJpeg(ImageFile file, const ImageLimits &limits, const JobContext &context);

Result<std::unique_ptr<ImageSource>> openTiff(const std::filesystem::path &path, const ImageLimits &limits,
                                              const JobContext &context = {});

/// Errors: BadArgument (empty, or not inside).
Result<void> checkArea(const cv::Rect &area, const ImageInfo &info);

} // namespace patina::detail
