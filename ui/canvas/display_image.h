#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/image/image_source.h"
#include "core/image/pyramid_file.h"
#include "core/image/pyramid_layout.h"
#include "ui/canvas/cursor_info.h"

#include <QImage>
#include <QPoint>
#include <QSize>

#include <opencv2/core.hpp>

#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace patina {

/// The whole of a large image, reduced as it is decoded: comes from another thread while its pyramid grows.
class QuickPicture
{
public:
    void set(cv::Mat picture)
    {
        const std::scoped_lock lock(m_mutex);
        m_picture = std::move(picture);
    }
    /// Empty until it is there.
    cv::Mat get() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_picture;
    }

private:
    mutable std::mutex m_mutex;
    cv::Mat m_picture;
};

/// Stored pixels of one image at any zoom, in tiles of levels that are each half as large as the one before: held in
/// memory, or on the disk in a pyramid that may still be growing.
class DisplayImage
{
public:
    /// Images of more pixels are held area-averaged by a power of two (`reduction`).
    static constexpr qint64 kMaxPixels = 200'000'000;

    /// In memory. Reads in strips, polling cancel. \param maxPixels > 0.
    /// Errors: those of ImageSource::read, Cancelled.
    static Result<std::shared_ptr<const DisplayImage>> load(ImageSource &source, const JobContext &context,
                                                            qint64 maxPixels = kMaxPixels);
    /// On the disk. \param source the image itself where the pyramid does not hold it. \param quick shown, once it
    /// is there, until the top level is complete; null: none.
    static std::shared_ptr<const DisplayImage> of(std::shared_ptr<const PyramidFile> pyramid,
                                                  std::unique_ptr<ImageSource> source,
                                                  std::shared_ptr<const QuickPicture> quick);

    const ImageInfo &info() const { return m_info; }
    QSize size() const { return {m_info.width, m_info.height}; }
    int reduction() const { return m_reduction; }
    const PyramidLayout &layout() const { return m_layout; }
    int levelCount() const { return m_layout.levelCount(); }
    /// Image pixels to a side of one pixel of the level.
    double pixelSide(int level) const { return static_cast<double>(m_reduction) * static_cast<double>(1 << level); }
    /// Coarsest level that still has one of its pixels per device pixel, where the image is drawn at `scale`.
    int levelFor(double scale) const;
    /// Device pixels per level pixel, where the image is drawn at `scale`.
    double levelScale(int level, double scale) const { return scale * pixelSide(level); }
    /// Is more to come by itself?
    bool growing() const { return m_pyramid && !m_pyramid->complete(); }
    /// Of the stored values, as far as they have been seen.
    int largestValue() const;

    /// A tile that is in memory; none: it has to be loaded. \param key of a level below the top.
    std::optional<cv::Mat> tile(const TileKey &key) const;
    bool canLoad(const TileKey &key) const;
    /// From the disk, by any thread: canvases side by side share an image. Errors: those of PyramidFile::read and
    /// ImageSource::read.
    Result<cv::Mat> load(const TileKey &key) const;
    /// The first rows of the top level, as far as they are there.
    cv::Mat top() const;
    /// Empty where there is none, or not yet.
    cv::Mat quick() const { return m_quick ? m_quick->get() : cv::Mat(); }

    /// The tile of the lowest level that holds a pixel, and where in it.
    struct Place
    {
        TileKey tile;
        cv::Point at;
    };
    Place placeOf(QPoint imagePixel) const;
    /// Stored values (the mean of `reduction` x `reduction` pixels where the image is held reduced); none outside, and
    /// where they are not in memory.
    std::optional<PixelValue> valueAt(QPoint imagePixel) const;

private:
    DisplayImage() = default;

    ImageInfo m_info;
    PyramidLayout m_layout;
    int m_reduction = 1;
    std::vector<cv::Mat> m_levels; ///< in memory, or none
    int m_largest = 255;           ///< of them
    std::shared_ptr<const PyramidFile> m_pyramid;
    std::unique_ptr<ImageSource> m_source;
    mutable std::mutex m_sourceMutex; ///< a source is read by one thread at a time
    std::shared_ptr<const QuickPicture> m_quick;
};

PixelValue pixelValue(const cv::Mat &stored, cv::Point at);

/// A picture of the image that fits into `box`. Errors: as DisplayImage::load.
Result<QImage> makeThumbnail(ImageSource &source, QSize box, const JobContext &context);

} // namespace patina
