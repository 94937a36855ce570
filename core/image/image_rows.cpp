#include "core/image/image_rows.h"

#include "core/image/image_file.h"
#include "core/image/library_messages.h"

#include <algorithm>
#include <utility>

namespace patina {

namespace {

class SourceRows final : public ImageRows
{
public:
    explicit SourceRows(std::unique_ptr<ImageSource> source) : m_source(std::move(source)) {}

    const ImageInfo &info() const override { return m_source->info(); }

    Result<cv::Mat> next(int count) override
    {
        const int rows = std::min(count, info().height - m_row);
        auto strip = m_source->read({0, m_row, info().width, rows});
        m_row += rows;
        return strip;
    }

private:
    std::unique_ptr<ImageSource> m_source;
    int m_row = 0;
};

/// \returns null where the file has to be decoded whole.
Result<std::unique_ptr<ImageRows>> openStreamed(detail::ImageFile file, const ImageLimits &limits,
                                                const JobContext &context)
{
    switch (file.format) {
    case detail::ImageFormat::Jpeg:
        return detail::openJpegRows(std::move(file), limits, context);
    case detail::ImageFormat::Png:
        return detail::openPngRows(std::move(file), limits, context);
    default:
        return std::unique_ptr<ImageRows>();
    }
}

} // namespace

Result<std::unique_ptr<ImageRows>> openRows(const std::filesystem::path &path, const ImageLimits &limits,
                                            const JobContext &context)
{
    quietImageLibraries();
    auto file = detail::openImageFile(path);
    if (!file)
        return failFrom(std::move(file));
    ImageLimits streamed = limits;
    streamed.maxDecodedBytes = limits.maxPixels * 8; // what is decoded at a time is a strip
    auto rows = openStreamed(std::move(*file), streamed, context);
    if (!rows || *rows)
        return rows;
    return openImage(path, limits, context).map([](std::unique_ptr<ImageSource> &&source) {
        return rowsOf(std::move(source));
    });
}

std::unique_ptr<ImageRows> rowsOf(std::unique_ptr<ImageSource> source)
{
    return std::make_unique<SourceRows>(std::move(source));
}

cv::Mat quickPicture(const std::filesystem::path &path, const ImageLimits &limits, const JobContext &context)
{
    quietImageLibraries();
    auto file = detail::openImageFile(path);
    if (!file || file->format != detail::ImageFormat::Jpeg)
        return {};
    return detail::quickJpeg(std::move(*file), limits, context).value_or(cv::Mat());
}

} // namespace patina
