#include "ui/canvas/heat_layer.h"

#include "ui/canvas/canvas_mark.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr int kSmallestLevelPx = 256;

/// The largest of 2 x 2 scores; odd last rows and columns stand alone. A NaN never wins over a number.
cv::Mat halved(const cv::Mat &map)
{
    cv::Mat half((map.rows + 1) / 2, (map.cols + 1) / 2, CV_32FC1);
    for (int r = 0; r < half.rows; ++r) {
        const float *upper = map.ptr<float>(2 * r);
        const float *lower = map.ptr<float>(std::min(2 * r + 1, map.rows - 1));
        float *out = half.ptr<float>(r);
        for (int c = 0; c < half.cols; ++c) {
            const int left = 2 * c;
            const int right = std::min(left + 1, map.cols - 1);
            out[c] = std::fmax(std::fmax(upper[left], upper[right]), std::fmax(lower[left], lower[right]));
        }
    }
    return half;
}

} // namespace

Result<std::shared_ptr<const HeatLayer>> HeatLayer::create(const cv::Mat &map, QSize imageSize,
                                                           const JobContext &context)
{
    if (map.empty() || map.type() != CV_32FC1 || imageSize.isEmpty())
        return fail(ErrorCode::ShapeMismatch, "the score map has no pixels or is not of type float32");
    std::shared_ptr<HeatLayer> layer(new HeatLayer);
    layer->m_imageSize = imageSize;
    layer->m_levels.push_back(map);
    while (std::max(layer->m_levels.back().rows, layer->m_levels.back().cols) > kSmallestLevelPx) {
        if (context.cancelled())
            return cancelledError();
        layer->m_levels.push_back(halved(layer->m_levels.back()));
    }
    return std::shared_ptr<const HeatLayer>(std::move(layer));
}

int HeatLayer::levelFor(double scale) const
{
    const double mapScale = scale * m_imageSize.width() / m_levels.front().cols;
    int index = 0;
    for (double s = mapScale * 2.0; s <= 1.0 && index + 1 < levelCount(); s *= 2.0)
        ++index;
    return index;
}

QRect HeatLayer::levelArea(int index, const QRect &imageArea) const
{
    const cv::Mat &mat = level(index);
    const double across = static_cast<double>(m_levels.front().cols) / m_imageSize.width() / std::exp2(index);
    const double down = static_cast<double>(m_levels.front().rows) / m_imageSize.height() / std::exp2(index);
    const QPoint first(static_cast<int>(std::floor(imageArea.left() * across)),
                       static_cast<int>(std::floor(imageArea.top() * down)));
    const QPoint end(static_cast<int>(std::ceil((imageArea.right() + 1) * across)),
                     static_cast<int>(std::ceil((imageArea.bottom() + 1) * down)));
    return QRect(first, end - QPoint(1, 1)) & QRect(0, 0, mat.cols, mat.rows);
}

QRectF HeatLayer::imageArea(int index, const QRect &levelArea) const
{
    const double across = static_cast<double>(m_imageSize.width()) / m_levels.front().cols * std::exp2(index);
    const double down = static_cast<double>(m_imageSize.height()) / m_levels.front().rows * std::exp2(index);
    return {levelArea.left() * across, levelArea.top() * down, levelArea.width() * across, levelArea.height() * down};
}

QPainterPath HeatLayer::outlines(int index, const QRect &levelArea, double threshold) const
{
    QPainterPath path;
    if (levelArea.isEmpty())
        return path;
    const cv::Mat above =
        level(index)(cv::Rect(levelArea.x(), levelArea.y(), levelArea.width(), levelArea.height())) >= threshold;
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(above, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE, {levelArea.x(), levelArea.y()});
    const double across = 1.0 * m_imageSize.width() / level(index).cols;
    const double down = 1.0 * m_imageSize.height() / level(index).rows;
    for (const auto &contour : contours)
        path.addPath(outlinePath(contour, across, down));
    return path;
}

std::optional<float> HeatLayer::scoreAt(QPoint imagePixel) const
{
    if (!QRect(QPoint(0, 0), m_imageSize).contains(imagePixel))
        return std::nullopt;
    const QRect area = levelArea(0, QRect(imagePixel, QSize(1, 1)));
    return level(0).at<float>(area.top(), area.left());
}

} // namespace patina
