#include "core/image/image_source.h"

#include "core/image/decoded_source.h"
#include "core/image/image_file.h"
#include "core/image/library_messages.h"

#include <fmt/format.h>

#include <cassert>
#include <utility>

namespace patina {

namespace detail {

DecodedSource::DecodedSource(cv::Mat pixels) : m_pixels(std::move(pixels))
{
    m_info = ImageInfo{m_pixels.cols, m_pixels.rows, m_pixels.channels(), m_pixels.depth() == CV_16U ? 16 : 8, false};
}

Result<cv::Mat> DecodedSource::read(const cv::Rect &area)
{
    if (auto inside = checkArea(area, m_info); !inside)
        return failFrom(std::move(inside));
    try {
        return m_pixels(area).clone(); // not a view: a caller may write into what it gets
    } catch (const std::exception &) {
        return fail(ErrorCode::OutOfMemory, fmt::format("no memory for {}x{} pixels", area.width, area.height));
    }
}

} // namespace detail

namespace {

using namespace detail;

Result<StoredImage> probeDecoded(const ImageFile &file, const ImageLimits &limits)
{
    switch (file.format) {
    case ImageFormat::Png:
        return probePng(file, limits);
    case ImageFormat::Jpeg:
        return probeJpeg(file, limits);
    default:
        return probeBmp(file, limits);
    }
}

Result<cv::Mat> decode(const ImageFile &file, const StoredImage &image, const ImageLimits &limits,
                       const JobContext &context)
{
    switch (file.format) {
    case ImageFormat::Png:
        return decodePng(file, image, context);
    case ImageFormat::Jpeg:
        return decodeJpeg(file, image, context);
    default:
        return decodeBmp(file, image, limits, context);
    }
}

Result<std::unique_ptr<ImageSource>> openDecoded(const ImageFile &file, const ImageLimits &limits,
                                                 const JobContext &context)
{
    auto image = probeDecoded(file, limits);
    if (!image)
        return failFrom(std::move(image));
    auto pixels = decode(file, *image, limits, context);
    if (!pixels)
        return failFrom(std::move(pixels));
    try {
        return std::make_unique<DecodedSource>(image->orientation.apply(std::move(*pixels)));
    } catch (const std::exception &) {
        return imageError(ErrorCode::OutOfMemory, file.path, "no memory to turn the image upright");
    }
}

} // namespace

Result<std::unique_ptr<ImageSource>> openImage(const std::filesystem::path &path, const ImageLimits &limits,
                                               const JobContext &context)
{
    quietImageLibraries();
    auto file = openImageFile(path);
    if (!file)
        return failFrom(std::move(file));
    if (file->format == ImageFormat::Tiff)
        return openTiff(path, limits, context);
    return openDecoded(*file, limits, context);
}

Result<ImageInfo> probeImage(const std::filesystem::path &path, const ImageLimits &limits)
{
    quietImageLibraries();
    auto file = openImageFile(path);
    if (!file)
        return failFrom(std::move(file));
    if (file->format == ImageFormat::Tiff)
        return openTiff(path, limits).map([](const auto &source) { return source->info(); });
    return probeDecoded(*file, limits).map([](const StoredImage &image) { return image.info(); });
}

std::unique_ptr<ImageSource> imageFromMat(cv::Mat pixels)
{
    assert((pixels.depth() == CV_8U || pixels.depth() == CV_16U) && (pixels.channels() == 1 || pixels.channels() == 3));
    return std::make_unique<DecodedSource>(std::move(pixels));
}

} // namespace patina
