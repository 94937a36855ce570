#include "core/image/image_file.h"
#include "core/image/png_decoder.h"

#include <algorithm>
#include <utility>

namespace patina::detail {

namespace {

class PngRows final : public ImageRows
{
public:
    PngRows(ImageFile file, const StoredImage &image, const JobContext &context)
        : m_file(std::move(file)), m_image(image), m_info(image.info()), m_context(context)
    {
    }

    /// \returns false where it has to be decoded whole.
    Result<bool> begin()
    {
        if (!m_decoder.ready())
            return imageError(ErrorCode::OutOfMemory, m_file.path, "no memory for the PNG decoder");
        std::FILE *stream = m_file.handle.get();
        std::rewind(stream);
        int passes = 1;
        std::size_t rowBytes = 0;
        png_uint_32 height = 0;
        const bool began = m_decoder.run([stream, &passes, &rowBytes, &height](png_structp png, png_infop info) {
            passes = beginPng(png, info, stream);
            rowBytes = png_get_rowbytes(png, info);
            height = png_get_image_height(png, info);
        });
        if (!began)
            return pngDamaged(m_file, m_decoder.message());
        const std::size_t pixelBytes = CV_ELEM_SIZE(m_image.matType());
        if (rowBytes != static_cast<std::size_t>(m_info.width) * pixelBytes ||
            height != static_cast<png_uint_32>(m_info.height))
            return pngDamaged(m_file, "its header changed while it was read");
        return passes == 1;
    }

    const ImageInfo &info() const override { return m_info; }

    Result<cv::Mat> next(int count) override
    {
        const int rows = std::min(count, m_info.height - m_row);
        if (rows < 1)
            return fail(ErrorCode::BadArgument, "no row of the image is left");
        auto pixels = allocatePixels(m_file.path, {m_info.width, rows}, m_image.matType());
        if (!pixels)
            return pixels;
        std::uint8_t *const start = pixels->data;
        const std::size_t step = pixels->step;
        const bool last = m_row + rows == m_info.height;
        const bool done = m_decoder.run([start, step, rows, last, this](png_structp png, png_infop) {
            for (int y = 0; y < rows && !m_context.cancelled(); ++y)
                png_read_row(png, start + step * static_cast<std::size_t>(y), nullptr);
            if (last && !m_context.cancelled())
                png_read_end(png, nullptr);
        });
        if (m_context.cancelled())
            return cancelledError();
        if (!done)
            return pngDamaged(m_file, m_decoder.message());
        m_row += rows;
        return pixels;
    }

private:
    ImageFile m_file;
    StoredImage m_image;
    ImageInfo m_info;
    JobContext m_context;
    PngDecoder m_decoder;
    int m_row = 0;
};

} // namespace

Result<std::unique_ptr<ImageRows>> openPngRows(ImageFile file, const ImageLimits &limits, const JobContext &context)
{
    auto image = probePng(file, limits);
    if (!image)
        return failFrom(std::move(image));
    if (image->orientation != Orientation())
        return std::unique_ptr<ImageRows>();
    auto rows = std::make_unique<PngRows>(std::move(file), *image, context);
    return rows->begin().map([&](bool streams) {
        return streams ? std::unique_ptr<ImageRows>(std::move(rows)) : std::unique_ptr<ImageRows>();
    });
}

} // namespace patina::detail
