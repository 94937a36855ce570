#include "ui/canvas/display_image.h"

#include "ui/canvas/mat_image.h"
#include "ui/canvas/tone.h"

#include <QRect>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

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

int largestOf(const cv::Mat &stored)
{
    if (stored.depth() == CV_8U)
        return 255;
    double largest = 0.0;
    cv::minMaxLoc(stored.reshape(1), nullptr, &largest);
    return static_cast<int>(largest);
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
    image->m_layout = PyramidLayout(stored->size());
    image->m_largest = largestOf(*stored);
    image->m_levels.push_back(*stored);
    while (static_cast<int>(image->m_levels.size()) < image->levelCount()) {
        if (context.cancelled())
            return cancelledError();
        image->m_levels.push_back(halved(image->m_levels.back()));
    }
    return std::shared_ptr<const DisplayImage>(std::move(image));
}

std::shared_ptr<const DisplayImage> DisplayImage::of(std::shared_ptr<const PyramidFile> pyramid,
                                                     std::unique_ptr<ImageSource> source,
                                                     std::shared_ptr<const QuickPicture> quick)
{
    std::shared_ptr<DisplayImage> image(new DisplayImage);
    image->m_info = pyramid->info();
    image->m_layout = pyramid->layout();
    image->m_pyramid = std::move(pyramid);
    image->m_source = std::move(source);
    image->m_quick = std::move(quick);
    return image;
}

int DisplayImage::levelFor(double scale) const
{
    int level = 0;
    while (level + 1 < levelCount() && levelScale(level + 1, scale) <= 1.0)
        ++level;
    return level;
}

int DisplayImage::largestValue() const
{
    return m_pyramid ? m_pyramid->largestValue() : m_largest;
}

std::optional<cv::Mat> DisplayImage::tile(const TileKey &key) const
{
    if (m_levels.empty())
        return std::nullopt;
    return m_levels.at(static_cast<std::size_t>(key.level))(m_layout.tileArea(key));
}

bool DisplayImage::canLoad(const TileKey &key) const
{
    return m_pyramid && (m_pyramid->has(key) || (key.level == 0 && m_source && m_layout.contains(key)));
}

Result<cv::Mat> DisplayImage::load(const TileKey &key) const
{
    if (m_pyramid && m_pyramid->has(key))
        return m_pyramid->read(key);
    if (key.level != 0 || !m_source)
        return fail(ErrorCode::BadArgument, "the tile is not on the disk");
    const std::scoped_lock lock(m_sourceMutex);
    return m_source->read(m_layout.tileArea(key));
}

cv::Mat DisplayImage::top() const
{
    return m_pyramid ? m_pyramid->top() : m_levels.back();
}

DisplayImage::Place DisplayImage::placeOf(QPoint imagePixel) const
{
    const cv::Size size = m_layout.image();
    const cv::Point at(std::clamp(imagePixel.x() / m_reduction, 0, size.width - 1),
                       std::clamp(imagePixel.y() / m_reduction, 0, size.height - 1));
    const TileKey key{0, at.x / PyramidLayout::tilePx, at.y / PyramidLayout::tilePx};
    return {key, at - m_layout.tileArea(key).tl()};
}

std::optional<PixelValue> DisplayImage::valueAt(QPoint imagePixel) const
{
    if (!QRect(QPoint(0, 0), size()).contains(imagePixel))
        return std::nullopt;
    const Place place = placeOf(imagePixel);
    const auto pixels = tile(place.tile);
    return pixels ? std::optional(pixelValue(*pixels, place.at)) : std::nullopt;
}

PixelValue pixelValue(const cv::Mat &stored, cv::Point at)
{
    PixelValue value{stored.channels(), {}};
    for (int c = 0; c < value.channels; ++c) {
        const int index = at.x * value.channels + (value.channels - 1 - c); // stored as B, G, R
        value.values[static_cast<std::size_t>(c)] =
            stored.depth() == CV_8U ? stored.ptr<uchar>(at.y)[index] : stored.ptr<ushort>(at.y)[index];
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
    const ToneTable tone(usualTone(small.depth() == CV_8U ? 8 : 16, largestOf(small)));
    return imageViewOf(tone.applied(small)).copy();
}

} // namespace patina
