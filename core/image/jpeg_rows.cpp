#include "core/image/image_file.h"
#include "core/image/jpeg_decoder.h"

#include <algorithm>
#include <utility>

namespace patina::detail {

namespace {

constexpr unsigned quickReduction = 8; // one pixel for a block of 8 x 8: only its mean is computed

class JpegRows final : public ImageRows
{
public:
    JpegRows(ImageFile file, const JobContext &context) : m_file(std::move(file)), m_context(context) {}

    /// Errors: those of probeJpeg. \returns false where it has to be decoded whole.
    Result<bool> begin(const ImageLimits &limits)
    {
        if (!m_decoder.ready())
            return imageError(ErrorCode::OutOfMemory, m_file.path, "no memory for the JPEG decoder");
        if (!readJpegHeader(m_decoder, m_file.handle.get()))
            return jpegFailure(m_file, m_decoder);
        auto facts = jpegFacts(m_file, m_decoder, limits);
        if (!facts)
            return failFrom(std::move(facts));
        if (m_decoder.multipleScans() || facts->orientation != Orientation())
            return false;
        m_image = *facts;
        m_info = facts->info();
        m_decoder.stopFor(m_context);
        return true;
    }

    /// Reduced as it is decoded. \param reduction 1, 2, 4 or 8.
    Result<void> start(unsigned reduction)
    {
        const J_COLOR_SPACE wanted = m_image.channels == 1 ? JCS_GRAYSCALE : JCS_EXT_BGR;
        const bool started = m_decoder.run([wanted, reduction](jpeg_decompress_struct &jpeg) {
            jpeg.out_color_space = wanted;
            jpeg.scale_num = 1;
            jpeg.scale_denom = reduction;
            jpeg_start_decompress(&jpeg);
        });
        if (!started)
            return m_context.cancelled() ? cancelledError() : jpegFailure(m_file, m_decoder);
        m_info.width = static_cast<int>(m_decoder.jpeg().output_width);
        m_info.height = static_cast<int>(m_decoder.jpeg().output_height);
        return {};
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
        const bool done = m_decoder.run([start, step, rows, last, this](jpeg_decompress_struct &jpeg) {
            for (int y = 0; y < rows && !m_context.cancelled(); ++y) {
                JSAMPROW row = start + step * static_cast<std::size_t>(y);
                jpeg_read_scanlines(&jpeg, &row, 1);
            }
            if (last && !m_context.cancelled())
                jpeg_finish_decompress(&jpeg);
        });
        if (m_context.cancelled())
            return cancelledError();
        if (!done)
            return jpegFailure(m_file, m_decoder);
        m_row += rows;
        return pixels;
    }

private:
    ImageFile m_file;
    JobContext m_context;
    JpegDecoder m_decoder;
    StoredImage m_image;
    ImageInfo m_info;
    int m_row = 0;
};

/// \returns null where it has to be decoded whole.
Result<std::unique_ptr<JpegRows>> begun(ImageFile file, const ImageLimits &limits, const JobContext &context,
                                        unsigned reduction)
{
    auto rows = std::make_unique<JpegRows>(std::move(file), context);
    auto streams = rows->begin(limits);
    if (!streams)
        return failFrom(std::move(streams));
    if (!*streams)
        return std::unique_ptr<JpegRows>();
    return rows->start(reduction).map([&] { return std::move(rows); });
}

} // namespace

Result<std::unique_ptr<ImageRows>> openJpegRows(ImageFile file, const ImageLimits &limits, const JobContext &context)
{
    return begun(std::move(file), limits, context, 1).map([](std::unique_ptr<JpegRows> &&rows) {
        return std::unique_ptr<ImageRows>(std::move(rows));
    });
}

Result<cv::Mat> quickJpeg(ImageFile file, const ImageLimits &limits, const JobContext &context)
{
    auto rows = begun(std::move(file), limits, context, quickReduction);
    if (!rows)
        return failFrom(std::move(rows));
    return *rows ? (*rows)->next((*rows)->info().height) : cv::Mat();
}

} // namespace patina::detail
