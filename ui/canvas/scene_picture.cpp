#include "ui/canvas/scene_picture.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace patina {

namespace {

/// The colours of a style with their weight, and what is left of the image under them.
struct Blend
{
    std::array<std::array<int, 3>, 256> colour{}; ///< B, G, R times opacity, in 1/255
    int left = 0;                                 ///< of the image, in 1/255
};

Blend blendOf(const HeatStyle &style)
{
    const ColourTable &opaque = colourTable(style.colours);
    const int alpha = static_cast<int>(std::lround(255.0 * std::clamp(style.opacity, 0.0, 1.0)));
    Blend blend;
    blend.left = 255 - alpha;
    for (std::size_t i = 0; i < opaque.size(); ++i)
        blend.colour[i] = {qBlue(opaque[i]) * alpha, qGreen(opaque[i]) * alpha, qRed(opaque[i]) * alpha};
    return blend;
}

int heatLevelFor(const HeatLayer &heat, double imagePixels, PictureUse use)
{
    double mapPixels = imagePixels * heat.level(0).cols / heat.imageSize().width();
    int level = 0;
    const double most = use == PictureUse::Reduced ? 0.5 : 1.0;
    for (; mapPixels > most + 1e-9 && level + 1 < heat.levelCount(); ++level)
        mapPixels /= 2.0;
    return level;
}

/// For each pixel of a row or column, the pixel of the map's level that its middle lies in.
std::vector<int> mapPlaces(int count, double origin, double side, double mapPerImage, int mapCount)
{
    std::vector<int> places(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        places[static_cast<std::size_t>(i)] =
            std::clamp(static_cast<int>((origin + (i + 0.5) * side) * mapPerImage), 0, mapCount - 1);
    return places;
}

void blendRow(uchar *out, const float *scores, const std::vector<int> &places, const HeatStyle &style,
              const Blend &blend)
{
    const float cut = static_cast<float>(style.cut);
    const float steps = static_cast<float>(255.0 / style.top);
    for (const int place : places) {
        const float score = scores[place];
        if (score >= cut && std::isfinite(score)) {
            const auto &colour = blend.colour[static_cast<std::size_t>(std::clamp(score * steps, 0.0F, 255.0F))];
            for (std::size_t c = 0; c < 3; ++c)
                out[c] = static_cast<uchar>((out[c] * blend.left + colour[c] + 127) / 255);
        }
        out += 4;
    }
}

void blendHeat(cv::Mat &picture, const PixelGrid &grid, const SceneLook &look, PictureUse use)
{
    const HeatLayer &heat = *look.heat;
    const HeatStyle &style = look.style;
    const int index = heatLevelFor(heat, std::max(grid.sideX, grid.sideY), use);
    const cv::Mat &map = heat.level(index);
    const double across = static_cast<double>(heat.level(0).cols) / heat.imageSize().width() / std::exp2(index);
    const double down = static_cast<double>(heat.level(0).rows) / heat.imageSize().height() / std::exp2(index);
    const auto columns = mapPlaces(picture.cols, grid.origin.x(), grid.sideX, across, map.cols);
    const auto rows = mapPlaces(picture.rows, grid.origin.y(), grid.sideY, down, map.rows);
    const Blend blend = blendOf(style);
    for (int y = 0; y < picture.rows; ++y)
        blendRow(picture.ptr<uchar>(y), map.ptr<float>(rows[static_cast<std::size_t>(y)]), columns, style, blend);
}

} // namespace

QImage scenePicture(const cv::Mat &stored, const PixelGrid &grid, const SceneLook &look, PictureUse use)
{
    const cv::Mat shown = look.tone.applied(stored);
    QImage image(shown.cols, shown.rows, QImage::Format_RGB32);
    cv::Mat picture(shown.rows, shown.cols, CV_8UC4, image.bits(), static_cast<std::size_t>(image.bytesPerLine()));
    cv::cvtColor(shown, picture, shown.channels() == 1 ? cv::COLOR_GRAY2BGRA : cv::COLOR_BGR2BGRA);
    if (look.heat)
        blendHeat(picture, grid, look, use);
    return image;
}

} // namespace patina
