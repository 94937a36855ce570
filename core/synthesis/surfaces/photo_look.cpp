#include "core/synthesis/surfaces/photo_look.h"

#include "core/synthesis/camera/srgb.h"
#include "core/synthesis/noise/portable_math.h"
#include "core/synthesis/surfaces/exemplar_photos.h"
#include "core/synthesis/synthesis_spec.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace patina::synthesis {

namespace {

constexpr int blockPx = 32;
constexpr double sharpestPx = 0.4;
constexpr double softestPx = 2.5;

double linearOf(double value)
{
    return srgbLinear(value / 255.0);
}

double quantileOf(std::vector<double> values, double share)
{
    if (values.empty())
        return 0.0;
    const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

struct Edge
{
    float gradient = 0.0F;
    double blurPx = 0.0;
};

/// A blurred step of height A is A / (sqrt(2 pi) blur) steep. The steepest place of its line, along x or along y.
Edge edgeAt(const cv::Mat1f &image, int y, int x, int stepY, int stepX)
{
    constexpr int reach = 5;
    const auto at = [&](int i) { return image(y + i * stepY, x + i * stepX); };
    const auto slope = [&](int i) { return std::abs(at(i + 1) - at(i - 1)) * 0.5F; };
    const float steepest = slope(0);
    if (steepest < slope(-1) || steepest < slope(1))
        return {};
    float low = at(0);
    float high = low;
    for (int i = -reach; i <= reach; ++i) {
        low = std::min(low, at(i));
        high = std::max(high, at(i));
    }
    const double measured = static_cast<double>((high - low) / steepest) / std::sqrt(2.0 * pi);
    constexpr double differenceVariance = 1.0 / 3.0; // of the box over two pixels that the slope was taken with
    return {steepest, std::sqrt(std::max(0.0, measured * measured - differenceVariance))};
}

double blurOf(const cv::Mat1f &image)
{
    constexpr int margin = 6;
    std::vector<Edge> edges;
    for (int y = margin; y < image.rows - margin; ++y)
        for (int x = margin; x < image.cols - margin; ++x)
            for (const bool down : {false, true})
                if (const Edge edge = edgeAt(image, y, x, down ? 1 : 0, down ? 0 : 1); edge.gradient > 1.0F)
                    edges.push_back(edge);
    if (edges.empty())
        return 0.5 * (sharpestPx + softestPx);
    std::vector<double> gradients;
    for (const Edge &edge : edges)
        gradients.push_back(static_cast<double>(edge.gradient));
    const double strong = quantileOf(gradients, 0.99);
    std::vector<double> blurs;
    for (const Edge &edge : edges)
        if (static_cast<double>(edge.gradient) >= strong)
            blurs.push_back(edge.blurPx);
    return std::clamp(quantileOf(blurs, 0.25), sharpestPx, softestPx);
}

/// Not clipped, black or white.
bool isExposed(double mean)
{
    return mean >= 12.0 && mean <= 243.0;
}

struct BlockStatistics
{
    double mean = 0.0;
    double noise = 0.0;   ///< Immerkaer 1996, as in exemplar_fit.cpp
    double texture = 0.0; ///< deviation from the mean of the 5 x 5 pixels around
};

BlockStatistics statisticsOf(const cv::Mat1f &image, const cv::Rect &block)
{
    BlockStatistics out;
    double squares = 0.0;
    double curved = 0.0;
    for (int y = block.y; y < block.br().y; ++y)
        for (int x = block.x; x < block.br().x; ++x) {
            const auto value = static_cast<double>(image(y, x));
            double around = 0.0;
            for (int j = -2; j <= 2; ++j)
                for (int i = -2; i <= 2; ++i)
                    around += static_cast<double>(image(y + j, x + i));
            const auto line = [&](int row) {
                return static_cast<double>(image(row, x - 1) - 2.0F * image(row, x) + image(row, x + 1));
            };
            curved += std::abs(line(y - 1) - 2.0 * line(y) + line(y + 1));
            squares += (value - around / 25.0) * (value - around / 25.0);
            out.mean += value;
        }
    const double count = block.area();
    out.mean /= count;
    out.noise = std::sqrt(pi / 2.0) * curved / (6.0 * count);
    out.texture = std::sqrt(squares / count);
    return out;
}

constexpr int regions = 8; // a side

/// What is left of the regions' means once the best quadratic is taken away: its mean square.
double unevennessOf(const cv::Matx<double, regions * regions, 1> &means)
{
    cv::Mat1d terms(regions * regions, 6);
    for (int i = 0; i < regions * regions; ++i) {
        const double x = 2.0 * (i % regions) / (regions - 1) - 1.0;
        const double y = 2.0 * (i / regions) / (regions - 1) - 1.0;
        const double row[] = {1.0, x, y, x * x, x * y, y * y};
        std::copy(std::begin(row), std::end(row), terms[i]);
    }
    const cv::Mat1d values(means);
    cv::Mat1d solved;
    cv::solve(terms, values, solved, cv::DECOMP_NORMAL | cv::DECOMP_CHOLESKY);
    double squares = 0.0;
    for (int i = 0; i < regions * regions; ++i) {
        double left = values(i);
        for (int k = 0; k < 6; ++k)
            left -= terms(i, k) * solved(k);
        squares += left * left;
    }
    return squares / (regions * regions - 6);
}

double shapeShareOf(const cv::Mat1f &brightness)
{
    const cv::Size size(brightness.cols / regions, brightness.rows / regions);
    cv::Matx<double, regions * regions, 1> means;
    double within = 0.0;
    for (int i = 0; i < regions * regions; ++i) {
        const cv::Rect region({(i % regions) * size.width, (i / regions) * size.height}, size);
        double sum = 0.0;
        double squares = 0.0;
        for (int y = region.y; y < region.br().y; ++y)
            for (int x = region.x; x < region.br().x; ++x) {
                const auto value = static_cast<double>(brightness(y, x));
                sum += value;
                squares += value * value;
            }
        means(i) = sum / region.area();
        within += squares / region.area() - means(i) * means(i);
    }
    const double between = unevennessOf(means);
    const double all = between + within / (regions * regions);
    return all > 0.0 ? between / all : 0.0;
}

/// Deviations of the noise of one plane, 8-bit steps, of all blocks that are not clipped.
double quietNoiseOf(const cv::Mat1f &plane, const cv::Mat1f &brightness)
{
    std::vector<double> noises;
    for (int y = 2; y + blockPx + 2 <= plane.rows; y += blockPx)
        for (int x = 2; x + blockPx + 2 <= plane.cols; x += blockPx)
            if (isExposed(cv::mean(brightness({x, y, blockPx, blockPx}))[0]))
                noises.push_back(statisticsOf(plane, {x, y, blockPx, blockPx}).noise);
    return quantileOf(noises, 0.2); // the rest is texture
}

/// Of noise that is partly the same in all colours, the difference of two has twice the part that is not.
double noiseInColourOf(const cv::Mat &pixels, int bitDepth, const cv::Mat1f &brightness)
{
    if (pixels.channels() != 3)
        return 0.0;
    const double step = 255.0 / whiteOf(bitDepth);
    const double rounding = step * step / 12.0; // variance of whole steps
    std::vector<cv::Mat1f> channels(3);
    for (int i = 0; i < 3; ++i) {
        cv::Mat one;
        cv::extractChannel(pixels, one, i);
        one.convertTo(channels[static_cast<std::size_t>(i)], CV_32F, 255.0 / whiteOf(bitDepth));
    }
    const double green = quietNoiseOf(channels[1], brightness);
    const double difference = quietNoiseOf(cv::Mat1f(channels[2] - channels[1]), brightness);
    const double own = 0.5 * difference * difference - rounding;
    const double all = green * green - rounding;
    return all > 0.0 ? std::clamp(own / all, 0.0, 1.0) : 1.0;
}

} // namespace

PhotoLook lookOf(const cv::Mat &pixels, int bitDepth)
{
    const cv::Mat1f brightness = brightnessOf(pixels, bitDepth);
    PhotoLook look;
    look.blurPx = blurOf(brightness);
    look.noiseInColour = noiseInColourOf(pixels, bitDepth, brightness);
    look.shapeShare = shapeShareOf(brightness);
    std::vector<double> noises;
    std::vector<double> textures;
    for (int y = 2; y + blockPx + 2 <= brightness.rows; y += blockPx)
        for (int x = 2; x + blockPx + 2 <= brightness.cols; x += blockPx) {
            const BlockStatistics block = statisticsOf(brightness, {x, y, blockPx, blockPx});
            if (!isExposed(block.mean))
                continue;
            const double light = linearOf(block.mean);
            const double perStep = linearOf(block.mean + 0.5) - linearOf(block.mean - 0.5);
            noises.push_back(block.noise * perStep * block.noise * perStep / light);
            textures.push_back(block.texture * perStep / light);
        }
    look.noisePerLight = quantileOf(noises, 0.2); // the rest is texture
    look.texture = quantileOf(textures, 0.5);
    return look;
}

} // namespace patina::synthesis
