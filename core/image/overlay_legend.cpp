#include "core/image/overlay.h"

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace patina {

namespace {

constexpr int smallestHeightPx = 160;
constexpr int tickCount = 5;
const cv::Scalar background = cv::Scalar::all(32);
const cv::Scalar ink = cv::Scalar::all(230);

/// Lengths of the legend, all in proportion to the height of its text.
struct LegendLayout
{
    double fontScale = 0.4;
    int thickness = 1;
    int textHeight = 9;
    int bar = 0; ///< x of the bar, from the left end of the legend
    int barWidth = 0;
    int numbers = 0; ///< x of the numbers
    int names = 0;   ///< x of the names of the thresholds
    int width = 0;
    int top = 0;    ///< y of the top of the scale
    int bottom = 0; ///< y of its bottom
};

std::string numberText(double value)
{
    return fmt::format("{:.3g}", value);
}

int textWidth(const std::string &text, const LegendLayout &layout)
{
    int baseline = 0;
    return cv::getTextSize(text, cv::FONT_HERSHEY_SIMPLEX, layout.fontScale, layout.thickness, &baseline).width;
}

double tickScore(const OverlaySettings &settings, int tick)
{
    return settings.lowestScore + (settings.highestScore - settings.lowestScore) * tick / (tickCount - 1);
}

std::string thresholdText(const char *name, double value)
{
    return fmt::format("{} {}", name, numberText(value));
}

LegendLayout layoutFor(int height, const OverlaySettings &settings, GroundTruthOutline groundTruth)
{
    LegendLayout layout;
    layout.fontScale = std::clamp(height / 1200.0, 0.4, 2.0);
    layout.thickness = layout.fontScale > 0.9 ? 2 : 1;
    int baseline = 0;
    layout.textHeight =
        cv::getTextSize("0", cv::FONT_HERSHEY_SIMPLEX, layout.fontScale, layout.thickness, &baseline).height;
    const int gap = layout.textHeight;
    layout.bar = gap;
    layout.barWidth = 2 * layout.textHeight;
    layout.numbers = layout.bar + layout.barWidth + gap;
    int widest = 0;
    for (int i = 0; i < tickCount; ++i)
        widest = std::max(widest, textWidth(numberText(tickScore(settings, i)), layout));
    layout.names = layout.numbers + widest + gap;
    layout.width = layout.names;
    if (settings.reviewThreshold)
        layout.width = std::max(
            layout.width, layout.names + textWidth(thresholdText("review", *settings.reviewThreshold), layout) + gap);
    if (settings.rejectThreshold)
        layout.width = std::max(
            layout.width, layout.names + textWidth(thresholdText("reject", *settings.rejectThreshold), layout) + gap);
    const bool truth = groundTruth == GroundTruthOutline::Drawn;
    if (truth)
        layout.width = std::max(layout.width, layout.numbers + textWidth("ground truth", layout) + gap);
    layout.top = 2 * layout.textHeight;
    layout.bottom = height - (truth ? 5 : 2) * layout.textHeight;
    return layout;
}

int yOf(double score, const OverlaySettings &settings, const LegendLayout &layout)
{
    const double level =
        std::clamp((score - settings.lowestScore) / (settings.highestScore - settings.lowestScore), 0.0, 1.0);
    return static_cast<int>(std::lround(layout.bottom + level * (layout.top - layout.bottom)));
}

void writeText(cv::Mat &legend, const std::string &text, int x, int middle, const cv::Scalar &colour,
               const LegendLayout &layout)
{
    cv::putText(legend, text, {x, middle + layout.textHeight / 2}, cv::FONT_HERSHEY_SIMPLEX, layout.fontScale, colour,
                layout.thickness, cv::LINE_AA);
}

void drawScale(cv::Mat &legend, const OverlaySettings &settings, const LegendLayout &layout)
{
    const HeatmapTable &table = heatmapTable(settings.colours);
    for (int y = layout.top; y <= layout.bottom; ++y) {
        const double level = static_cast<double>(layout.bottom - y) / std::max(1, layout.bottom - layout.top);
        const cv::Vec3b &colour = table[static_cast<std::size_t>(std::lround(level * 255.0))];
        cv::line(legend, {layout.bar, y}, {layout.bar + layout.barWidth - 1, y}, cv::Scalar(colour), 1);
    }
    for (int i = 0; i < tickCount; ++i) {
        const double score = tickScore(settings, i);
        writeText(legend, numberText(score), layout.numbers, yOf(score, settings, layout), ink, layout);
    }
}

/// A line across the bar at the threshold; its name beside the numbers, moved to `nameY` where two would overlap.
void drawThreshold(cv::Mat &legend, const std::string &text, int y, int nameY, const cv::Scalar &colour,
                   const LegendLayout &layout)
{
    const int overhang = layout.textHeight / 2;
    const cv::Point from(layout.bar - overhang, y);
    const cv::Point to(layout.bar + layout.barWidth + overhang, y);
    cv::line(legend, from, to, cv::Scalar::all(0), 2 * layout.thickness + 2);
    cv::line(legend, from, to, colour, 2 * layout.thickness);
    writeText(legend, text, layout.names, nameY, colour, layout);
}

void drawThresholds(cv::Mat &legend, const OverlaySettings &settings, const LegendLayout &layout)
{
    const int lineHeight = 2 * layout.textHeight;
    int rejectNameY = -lineHeight;
    if (settings.rejectThreshold) {
        const int y = yOf(*settings.rejectThreshold, settings, layout);
        rejectNameY = std::min(y, layout.bottom - lineHeight);
        drawThreshold(legend, thresholdText("reject", *settings.rejectThreshold), y, rejectNameY, rejectColour(),
                      layout);
    }
    if (settings.reviewThreshold) {
        const int y = yOf(*settings.reviewThreshold, settings, layout);
        const bool overlaps = std::abs(y - rejectNameY) < lineHeight;
        drawThreshold(legend, thresholdText("review", *settings.reviewThreshold), y,
                      overlaps ? rejectNameY + lineHeight : y, reviewColour(), layout);
    }
}

cv::Mat drawLegend(const cv::Mat &picture, const OverlaySettings &settings, GroundTruthOutline groundTruth)
{
    const int height = std::max(picture.rows, smallestHeightPx);
    const LegendLayout layout = layoutFor(height, settings, groundTruth);
    cv::Mat both(height, picture.cols + layout.width, CV_8UC3, background);
    picture.copyTo(both(cv::Rect({}, picture.size())));
    cv::Mat legend = both.colRange(picture.cols, both.cols);
    drawScale(legend, settings, layout);
    drawThresholds(legend, settings, layout);
    if (groundTruth == GroundTruthOutline::Drawn) {
        const int y = height - 2 * layout.textHeight;
        cv::line(legend, {layout.bar, y}, {layout.bar + layout.barWidth, y}, groundTruthColour(), 2 * layout.thickness);
        writeText(legend, "ground truth", layout.numbers, y, groundTruthColour(), layout);
    }
    return both;
}

} // namespace

Result<cv::Mat> withLegend(const cv::Mat &picture, const OverlaySettings &settings, GroundTruthOutline groundTruth)
{
    if (auto valid = checkOverlaySettings(settings); !valid)
        return failFrom(std::move(valid));
    if (picture.empty() || picture.type() != CV_8UC3)
        return fail(ErrorCode::BadArgument, "a legend stands beside an 8-bit colour picture");
    try {
        return drawLegend(picture, settings, groundTruth);
    } catch (const std::exception &) {
        return fail(ErrorCode::OutOfMemory,
                    fmt::format("no memory for a legend beside {}x{}", picture.cols, picture.rows));
    }
}

} // namespace patina
