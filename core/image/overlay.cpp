#include "core/image/overlay.h"

#include "core/image/map_reducer.h"

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr int haloPx = 1; ///< dark line on both sides of a contour: it stands out on every colour

Result<cv::Mat> toEightBit(const cv::Mat &pixels, const IntensityScale &scale)
{
    if (!(scale.white > scale.black)) {
        return fail(ErrorCode::BadArgument,
                    fmt::format("white {} of the intensity scale is not over black {}", scale.white, scale.black));
    }
    const double factor = 255.0 / (scale.white - scale.black);
    cv::Mat bytes;
    pixels.convertTo(bytes, CV_8U, factor, -scale.black * factor);
    if (bytes.channels() == 1)
        cv::cvtColor(bytes, bytes, cv::COLOR_GRAY2BGR);
    return bytes;
}

/// Two sizes of one picture, each rounded to whole pixels on its own.
bool sameShape(cv::Size a, cv::Size b)
{
    const double ratio = static_cast<double>(a.width) / b.width;
    const double tolerance = 1.0 + ratio + static_cast<double>(a.height) / b.width;
    return std::abs(a.height - b.height * ratio) <= tolerance;
}

Result<cv::Mat> fitted(const cv::Mat &map, cv::Size picture, const char *what)
{
    if (map.empty() || !sameShape(map.size(), picture)) {
        return fail(ErrorCode::ShapeMismatch, fmt::format("{} {}x{} does not match picture {}x{}", what, map.cols,
                                                          map.rows, picture.width, picture.height));
    }
    auto reducer = MapReducer::create(map.size(), picture);
    if (!reducer)
        return failFrom(std::move(reducer));
    if (auto added = reducer->add(0, map); !added)
        return failFrom(std::move(added));
    auto reduced = reducer->finish();
    if (reduced && reduced->size() != picture)
        cv::resize(*reduced, *reduced, picture, 0.0, 0.0, cv::INTER_LINEAR);
    return reduced;
}

void blendHeatmap(cv::Mat &picture, const cv::Mat &scores, const OverlaySettings &settings)
{
    const HeatmapTable &table = heatmapTable(settings.colours);
    const double span = settings.highestScore - settings.lowestScore;
    for (int y = 0; y < picture.rows; ++y) {
        auto *pixels = picture.ptr<cv::Vec3b>(y);
        const float *values = scores.ptr<float>(y);
        for (int x = 0; x < picture.cols; ++x) {
            const double level = std::clamp((static_cast<double>(values[x]) - settings.lowestScore) / span, 0.0, 1.0);
            if (!(level > 0.0)) // NaN, too
                continue;
            const cv::Vec3b &colour = table[static_cast<std::size_t>(std::lround(level * 255.0))];
            const double alpha = settings.opacity * level;
            for (int c = 0; c < 3; ++c)
                pixels[x][c] = cv::saturate_cast<std::uint8_t>(pixels[x][c] + alpha * (colour[c] - pixels[x][c]));
        }
    }
}

int lineWidthFor(const OverlaySettings &settings, cv::Size picture)
{
    return settings.lineWidthPx > 0 ? settings.lineWidthPx
                                    : std::clamp(std::max(picture.width, picture.height) / 500, 1, 8);
}

cv::Mat grownBy(const cv::Mat &mask, int pixels)
{
    cv::Mat grown;
    cv::dilate(mask, grown, cv::getStructuringElement(cv::MORPH_RECT, {2 * pixels + 1, 2 * pixels + 1}));
    return grown;
}

/// A band of colour around the true pixels of `inside`, between two dark ones; the pixels themselves stay visible.
void outline(cv::Mat &picture, const cv::Mat &inside, const cv::Scalar &colour, int width)
{
    if (cv::countNonZero(inside) == 0)
        return;
    picture.setTo(cv::Scalar::all(0), grownBy(inside, width + 2 * haloPx) & ~inside);
    picture.setTo(colour, grownBy(inside, width + haloPx) & ~grownBy(inside, haloPx));
}

Result<cv::Mat> drawAll(const cv::Mat &picture, const cv::Mat &scores, const OverlaySettings &settings,
                        const cv::Mat &groundTruth)
{
    auto map = fitted(scores, picture.size(), "score map");
    if (!map)
        return map;
    cv::Mat truth;
    if (!groundTruth.empty()) {
        cv::Mat asScores;
        groundTruth.convertTo(asScores, CV_32F);
        auto mask = fitted(asScores, picture.size(), "mask");
        if (!mask)
            return mask;
        truth = *mask > 0;
    }
    cv::Mat drawn = picture.clone();
    blendHeatmap(drawn, *map, settings);
    const int width = lineWidthFor(settings, picture.size());
    if (!truth.empty())
        outline(drawn, truth, groundTruthColour(), width);
    if (settings.reviewThreshold)
        outline(drawn, *map >= *settings.reviewThreshold, reviewColour(), width);
    if (settings.rejectThreshold)
        outline(drawn, *map >= *settings.rejectThreshold, rejectColour(), width);
    return drawn;
}

} // namespace

cv::Scalar reviewColour()
{
    return {66, 228, 240}; // yellow
}

cv::Scalar rejectColour()
{
    return {0, 94, 213}; // vermilion
}

cv::Scalar groundTruthColour()
{
    return {233, 180, 86}; // sky blue
}

Result<void> checkOverlaySettings(const OverlaySettings &settings)
{
    const bool finiteRange = std::isfinite(settings.lowestScore) && std::isfinite(settings.highestScore);
    if (!finiteRange || settings.highestScore <= settings.lowestScore) {
        return fail(ErrorCode::BadArgument, fmt::format("the scale of the overlay goes from {} to {}: it must rise",
                                                        settings.lowestScore, settings.highestScore));
    }
    if (!(settings.opacity >= 0.0 && settings.opacity <= 1.0))
        return fail(ErrorCode::BadArgument, fmt::format("opacity {} is not in 0..1", settings.opacity));
    if (settings.maxSidePx < 1)
        return fail(ErrorCode::BadArgument, fmt::format("overlays of at most {} px a side", settings.maxSidePx));
    if (settings.lineWidthPx < 0 || settings.lineWidthPx > 100)
        return fail(ErrorCode::BadArgument, fmt::format("line width {} px is not in 0..100", settings.lineWidthPx));
    return {};
}

cv::Size overlaySize(cv::Size image, int maxSidePx)
{
    const int longer = std::max(image.width, image.height);
    if (longer <= maxSidePx)
        return image;
    const double scale = static_cast<double>(maxSidePx) / longer;
    return {std::max(1, static_cast<int>(std::lround(image.width * scale))),
            std::max(1, static_cast<int>(std::lround(image.height * scale)))};
}

Result<cv::Mat> overlayPicture(ImageSource &image, const IntensityScale &scale, int maxSidePx)
{
    if (maxSidePx < 1)
        return fail(ErrorCode::BadArgument, fmt::format("overlays of at most {} px a side", maxSidePx));
    auto pixels = readReduced(image, overlaySize(image.info().size(), maxSidePx));
    if (!pixels)
        return pixels;
    try {
        return toEightBit(*pixels, scale);
    } catch (const std::exception &) {
        return fail(ErrorCode::OutOfMemory,
                    fmt::format("no memory for an overlay of {}x{}", pixels->cols, pixels->rows));
    }
}

Result<cv::Mat> drawOverlay(const cv::Mat &picture, const cv::Mat &scores, const OverlaySettings &settings,
                            const cv::Mat &groundTruth)
{
    if (auto valid = checkOverlaySettings(settings); !valid)
        return failFrom(std::move(valid));
    if (picture.empty() || picture.type() != CV_8UC3 || scores.type() != CV_32FC1 ||
        (!groundTruth.empty() && groundTruth.type() != CV_8UC1)) {
        return fail(ErrorCode::BadArgument, "an overlay takes an 8-bit colour picture, float scores and an 8-bit mask");
    }
    try {
        return drawAll(picture, scores, settings, groundTruth);
    } catch (const std::exception &) {
        return fail(ErrorCode::OutOfMemory,
                    fmt::format("no memory for an overlay of {}x{}", picture.cols, picture.rows));
    }
}

} // namespace patina
