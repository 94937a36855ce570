#pragma once

#include "ui/canvas/heat_layer.h"
#include "ui/canvas/tone.h"

#include <QImage>
#include <QPointF>

#include <opencv2/core.hpp>

#include <memory>

namespace patina {

/// How pixels become a picture: the window, and the score map over it.
struct SceneLook
{
    ToneTable tone{ToneWindow{}};
    std::shared_ptr<const HeatLayer> heat; ///< null: none, or hidden
    HeatStyle style;
};

/// Where pixels of a picture lie in the image.
struct PixelGrid
{
    QPointF origin;     ///< image pixels
    double sideX = 1.0; ///< image pixels to one of them
    double sideY = 1.0;
};

/// How a picture will be drawn: reduced, only some of its pixels count.
enum class PictureUse { Enlarged, Reduced };

/// Opaque, Format_RGB32. Of the score map the level is taken whose pixels are as large as the picture's, or twice as
/// large where it will be drawn reduced: no peak is passed over.
QImage scenePicture(const cv::Mat &stored, const PixelGrid &grid, const SceneLook &look, PictureUse use);

} // namespace patina
