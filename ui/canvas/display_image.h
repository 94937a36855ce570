#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/image/image_source.h"
#include "ui/canvas/cursor_info.h"

#include <QImage>
#include <QPoint>
#include <QSize>

#include <opencv2/core.hpp>

#include <memory>
#include <optional>
#include <vector>

namespace patina {

/// Pixels of one image, ready to be drawn at any zoom: levels of 8 bits, each half as large as the one before.
class DisplayImage
{
public:
    /// Images of more pixels are held area-averaged by a power of two (`reduction`).
    static constexpr qint64 kMaxPixels = 200'000'000;

    /// Reads in strips, polling cancel. \param maxPixels > 0.
    /// Errors: those of ImageSource::read, Cancelled.
    static Result<std::shared_ptr<const DisplayImage>> load(ImageSource &source, const JobContext &context,
                                                            qint64 maxPixels = kMaxPixels);

    const ImageInfo &info() const { return m_info; }
    QSize size() const { return {m_info.width, m_info.height}; }
    int reduction() const { return m_reduction; }
    int levelCount() const { return static_cast<int>(m_levels.size()); }
    const QImage &level(int index) const { return m_levels.at(static_cast<std::size_t>(index)); }
    /// Coarsest level that still has one of its pixels per device pixel, where the image is drawn at `scale`.
    int levelFor(double scale) const;
    /// Device pixels per level pixel, where the image is drawn at `scale`.
    double levelScale(int index, double scale) const;
    /// Stored values (the mean of `reduction` x `reduction` pixels where the image is held reduced).
    std::optional<PixelValue> valueAt(QPoint imagePixel) const;

private:
    DisplayImage() = default;

    ImageInfo m_info;
    int m_reduction = 1;
    cv::Mat m_stored;
    std::vector<QImage> m_levels;
};

/// A picture of the image that fits into `box`. Errors: as DisplayImage::load.
Result<QImage> makeThumbnail(ImageSource &source, QSize box, const JobContext &context);

} // namespace patina
