#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "ui/canvas/colour_table.h"

#include <QImage>
#include <QPainterPath>
#include <QRect>
#include <QSize>

#include <opencv2/core.hpp>

#include <memory>
#include <optional>
#include <vector>

namespace patina {

/// How score maps are drawn; the same for every image.
struct HeatStyle
{
    ColourMap colours = ColourMap::Inferno;
    double opacity = 0.6; ///< 0..1
    double cut = 0.0;     ///< scores below are transparent
    double top = 2.0;     ///< score that gets the last colour; the first belongs to 0
    bool operator==(const HeatStyle &) const = default;
};

/// The score map of one image, ready to be drawn at any zoom: each level keeps the largest of 2 x 2 scores of the one
/// before, so that a small defect does not fade out when the image is seen from afar.
class HeatLayer
{
public:
    /// \param map CV_32FC1; may be smaller than the image.
    static Result<std::shared_ptr<const HeatLayer>> create(const cv::Mat &map, QSize imageSize,
                                                           const JobContext &context);

    QSize imageSize() const { return m_imageSize; }
    int levelCount() const { return static_cast<int>(m_levels.size()); }
    const cv::Mat &level(int index) const { return m_levels.at(static_cast<std::size_t>(index)); }
    /// Coarsest level that still has one map pixel per device pixel, where the image is drawn at `scale`.
    int levelFor(double scale) const;
    /// Pixels of the level that cover an area of the image.
    QRect levelArea(int index, const QRect &imageArea) const;
    /// Where pixels of the level lie in the image.
    QRectF imageArea(int index, const QRect &levelArea) const;

    /// Around what is at or above a threshold in a part of a level, in image pixels.
    QPainterPath outlines(int index, const QRect &levelArea, double threshold) const;
    std::optional<float> scoreAt(QPoint imagePixel) const;

private:
    HeatLayer() = default;

    QSize m_imageSize;
    std::vector<cv::Mat> m_levels;
};

} // namespace patina
