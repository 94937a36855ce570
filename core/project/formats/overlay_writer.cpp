#include "core/base/printable.h"
#include "core/image/image_source.h"
#include "core/image/overlay.h"
#include "core/image/png_file.h"
#include "core/project/class_palette.h"
#include "core/project/formats/folder_target.h"
#include "core/project/formats/label_writers.h"

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace patina::formats {

namespace fs = std::filesystem;

namespace {

constexpr int longestSidePx = 4096;
constexpr int smallestHeightPx = 160;
constexpr double fillOpacity = 0.35;
const cv::Scalar background = cv::Scalar::all(32);
const cv::Scalar ink = cv::Scalar::all(230);

struct DrawnClass
{
    const ProjectClass *labelClass = nullptr;
    std::vector<const Label *> labels;

    cv::Vec3b colour() const
    {
        const std::uint32_t rgb = classColourAt(labelClass->position);
        return {static_cast<std::uint8_t>(rgb), static_cast<std::uint8_t>(rgb >> 8),
                static_cast<std::uint8_t>(rgb >> 16)};
    }
    std::string text() const { return fmt::format("{} ({})", printable(labelClass->name), labels.size()); }
};

/// The image in 8-bit colours, reduced; its brightest value is white.
Result<cv::Mat> pictureOf(const fs::path &file, const JobContext &context)
{
    auto source = openImage(file, {}, context);
    if (!source)
        return failFrom(std::move(source));
    const cv::Size size = overlaySize((*source)->info().size(), longestSidePx);
    return readReduced(**source, size).map([](const cv::Mat &pixels) {
        cv::Mat picture = pixels;
        if (pixels.depth() == CV_16U) {
            double largest = 0.0;
            cv::minMaxIdx(pixels.reshape(1), nullptr, &largest);
            pixels.convertTo(picture, CV_8U, 255.0 / std::max(1.0, largest));
        }
        if (picture.channels() == 1)
            cv::cvtColor(picture, picture, cv::COLOR_GRAY2BGR);
        return picture;
    });
}

/// A pixel of the picture is set where any under it is.
cv::Mat reducedMask(const std::vector<const Label *> &labels, cv::Size size)
{
    cv::Mat mask(size, CV_8UC1, cv::Scalar(0));
    for (const Label *label : labels) {
        const cv::Size from = label->mask.size();
        const auto column = [&](int x) { return static_cast<int>(std::int64_t{x} * size.width / from.width); };
        for (const MaskRun &run : label->mask.runs()) {
            const auto row = static_cast<int>(std::int64_t{run.row} * size.height / from.height);
            const int begin = column(run.begin);
            mask(cv::Rect(begin, row, column(run.end - 1) + 1 - begin, 1)).setTo(255);
        }
    }
    return mask;
}

void drawClass(cv::Mat &picture, const DrawnClass &drawn)
{
    const cv::Mat mask = reducedMask(drawn.labels, picture.size());
    const cv::Mat colour(picture.size(), CV_8UC3, cv::Scalar(drawn.colour()));
    cv::Mat tinted;
    cv::addWeighted(picture, 1.0 - fillOpacity, colour, fillOpacity, 0.0, tinted);
    tinted.copyTo(picture, mask);
    // Outside of the mask, so that small ones stay visible.
    const int width = std::max(1, (picture.cols + picture.rows) / 1600);
    cv::Mat around;
    cv::dilate(mask, around, cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * width + 1, 2 * width + 1}));
    colour.copyTo(picture, around & ~mask);
}

cv::Mat withLegend(const cv::Mat &picture, const std::vector<DrawnClass> &classes)
{
    const double scale = std::clamp(picture.rows / 1200.0, 0.4, 2.0);
    const int thickness = scale > 0.9 ? 2 : 1;
    const auto sizeOf = [&](const std::string &text) {
        int baseline = 0;
        return cv::getTextSize(text, cv::FONT_HERSHEY_SIMPLEX, scale, thickness, &baseline);
    };
    const int letter = sizeOf("0").height;
    const int line = 3 * letter;
    int widest = 0;
    for (const DrawnClass &drawn : classes)
        widest = std::max(widest, sizeOf(drawn.text()).width);
    const int height = std::max({picture.rows, smallestHeightPx, line * static_cast<int>(classes.size()) + 2 * letter});
    cv::Mat both(height, picture.cols + widest + 6 * letter, CV_8UC3, background);
    picture.copyTo(both(cv::Rect({}, picture.size())));
    int top = 2 * letter;
    for (const DrawnClass &drawn : classes) {
        const int left = picture.cols + letter;
        cv::rectangle(both, cv::Rect(left, top - letter / 2, 2 * letter, 2 * letter), cv::Scalar(drawn.colour()),
                      cv::FILLED);
        cv::putText(both, drawn.text(), {left + 3 * letter, top + letter}, cv::FONT_HERSHEY_SIMPLEX, scale, ink,
                    thickness, cv::LINE_AA);
        top += line;
    }
    return both;
}

/// In the order of their places in lists.
std::vector<DrawnClass> classesOf(const std::vector<const Label *> &labels, const LabelsToWrite &source)
{
    std::vector<DrawnClass> classes;
    for (const Label *label : labels) {
        const ProjectClass *labelClass = source.classNamed(label->className);
        auto found = std::ranges::find(classes, labelClass, &DrawnClass::labelClass);
        if (found == classes.end())
            found = classes.insert(classes.end(), {labelClass, {}});
        found->labels.push_back(label);
    }
    std::ranges::sort(classes, {}, [](const DrawnClass &drawn) { return drawn.labelClass->position; });
    return classes;
}

Result<cv::Mat> drawnOver(const cv::Mat &photo, const std::vector<DrawnClass> &classes)
{
    try {
        cv::Mat picture = photo.clone();
        for (const DrawnClass &drawn : classes)
            drawClass(picture, drawn);
        return withLegend(picture, classes);
    } catch (const std::exception &) {
        return fail(ErrorCode::OutOfMemory, fmt::format("no memory to draw over {}x{}", photo.cols, photo.rows));
    }
}

} // namespace

Result<std::int64_t> writeOverlays(const LabelsToWrite &source, const fs::path &folder, const JobContext &context)
{
    auto target = FolderTarget::create(folder);
    if (!target)
        return failFrom(std::move(target));
    const auto images = source.byImage();
    UniqueNames names;
    std::int64_t looked = 0;
    std::int64_t written = 0;
    for (const auto &[image, labels] : images) {
        context.report("export", looked++, std::ssize(images));
        if (context.cancelled())
            return cancelledError();
        const auto photo = pictureOf(source.fullPath(*image), context);
        if (!photo && photo.error().code == ErrorCode::Cancelled)
            return cancelledError();
        if (!photo) {
            context.notice(fmt::format("left out {}: {}", image->id, photo.error().detail));
            continue;
        }
        const std::string name = names.take("", safeStem(image->id)) + ".png";
        auto done = drawnOver(*photo, classesOf(labels, source)).and_then([&](const cv::Mat &picture) {
            return target->place(name).and_then([&](const fs::path &place) { return writePng(place, picture); });
        });
        if (!done)
            return failFrom(std::move(done));
        written += std::ssize(labels);
    }
    return target->commit().map([&] { return written; });
}

} // namespace patina::formats
