#include "ui/canvas/display_image.h"

#include "ui/canvas/mat_image.h"

#include <QRect>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr int kSmallestLevelPx = 512;
constexpr qint64 kStripPixels = 8'000'000;

int reductionFor(const ImageInfo &info, qint64 maxPixels)
{
    int reduction = 1;
    while (qint64{info.width} * info.height / (qint64{reduction} * reduction) > maxPixels)
        reduction *= 2;
    return std::min(reduction, std::max(1, std::min(info.width, info.height)));
}

/// The whole image, area-averaged, read in strips of whole blocks.
Result<cv::Mat> readReduced(ImageSource &source, int reduction, const JobContext &context)
{
    const ImageInfo &info = source.info();
    const int width = std::max(1, info.width / reduction);
    const int height = std::max(1, info.height / reduction);
    const int stripRows = static_cast<int>(std::max<qint64>(1, kStripPixels / info.width / reduction));
    cv::Mat all;
    for (int row = 0; row < height; row += stripRows) {
        if (context.cancelled())
            return cancelledError();
        context.report("load", row, height);
        const int rows = std::min(stripRows, height - row);
        auto strip = source.read({0, row * reduction, width * reduction, rows * reduction});
        if (!strip)
            return failFrom(std::move(strip));
        if (all.empty())
            all.create(height, width, strip->type());
        cv::Mat target = all.rowRange(row, row + rows);
        if (reduction == 1)
            strip->copyTo(target);
        else
            cv::resize(*strip, target, target.size(), 0, 0, cv::INTER_AREA);
    }
    return all;
}

/// What is shown of 16-bit values: the full range of the smallest camera depth that holds them all.
cv::Mat toEightBit(const cv::Mat &stored)
{
    if (stored.depth() == CV_8U)
        return stored;
    double largest = 0.0;
    cv::minMaxLoc(stored.reshape(1), nullptr, &largest);
    const IntensityScale scale = intensityScaleFor(16, largest);
    const double gain = 255.0 / (scale.white - scale.black);
    cv::Mat shown;
    stored.convertTo(shown, CV_8U, gain, -scale.black * gain);
    return shown;
}

} // namespace

Result<std::shared_ptr<const DisplayImage>> DisplayImage::load(ImageSource &source, const JobContext &context,
                                                               qint64 maxPixels)
{
    std::shared_ptr<DisplayImage> image(new DisplayImage);
    image->m_info = source.info();
    image->m_reduction = reductionFor(source.info(), maxPixels);
    auto stored = readReduced(source, image->m_reduction, context);
    if (!stored)
        return failFrom(std::move(stored));
    image->m_stored = *stored;
    cv::Mat level = toEightBit(image->m_stored);
    image->m_levels.push_back(imageViewOf(level));
    while (std::max(level.rows, level.cols) > kSmallestLevelPx && std::min(level.rows, level.cols) > 1) {
        if (context.cancelled())
            return cancelledError();
        cv::Mat half;
        cv::resize(level, half, cv::Size(level.cols / 2, level.rows / 2), 0, 0, cv::INTER_AREA);
        level = half;
        image->m_levels.push_back(imageViewOf(level));
    }
    return std::shared_ptr<const DisplayImage>(std::move(image));
}

int DisplayImage::levelFor(double scale) const
{
    int index = 0;
    while (index + 1 < levelCount() && levelScale(index + 1, scale) <= 1.0)
        ++index;
    return index;
}

double DisplayImage::levelScale(int index, double scale) const
{
    return scale * size().width() / level(index).width();
}

std::optional<PixelValue> DisplayImage::valueAt(QPoint imagePixel) const
{
    if (!QRect(QPoint(0, 0), size()).contains(imagePixel))
        return std::nullopt;
    const int row = std::min(imagePixel.y() / m_reduction, m_stored.rows - 1);
    const int column = std::min(imagePixel.x() / m_reduction, m_stored.cols - 1);
    PixelValue value{m_stored.channels(), {}};
    for (int c = 0; c < value.channels; ++c) {
        const int at = column * value.channels + (value.channels - 1 - c); // stored as B, G, R
        value.values[static_cast<std::size_t>(c)] =
            m_stored.depth() == CV_8U ? m_stored.ptr<uchar>(row)[at] : m_stored.ptr<ushort>(row)[at];
    }
    return value;
}

Result<QImage> makeThumbnail(ImageSource &source, QSize box, const JobContext &context)
{
    const ImageInfo &info = source.info();
    const double scale =
        std::min({static_cast<double>(box.width()) / info.width, static_cast<double>(box.height()) / info.height, 1.0});
    const int reduction = std::max(1, static_cast<int>(1.0 / scale));
    auto stored = readReduced(source, std::min({reduction, info.width, info.height}), context.quiet());
    if (!stored)
        return failFrom(std::move(stored));
    const cv::Size size(std::max(1, static_cast<int>(std::lround(info.width * scale))),
                        std::max(1, static_cast<int>(std::lround(info.height * scale))));
    cv::Mat small;
    cv::resize(*stored, small, size, 0, 0, cv::INTER_AREA);
    return imageViewOf(toEightBit(small)).copy();
}

} // namespace patina
