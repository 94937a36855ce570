#include "ui/synthesis/synthesis_preview.h"

#include "core/image/png_file.h"
#include "core/project/class_palette.h"
#include "core/synthesis/dataset_folder.h"
#include "core/synthesis/scene.h"
#include "core/synthesis/spec_fields.h"
#include "core/synthesis/surfaces/exemplar_images.h"

#include <QElapsedTimer>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace patina {

namespace {

using synthesis::RenderedScene;
using synthesis::Scene;

constexpr int kSamplePixels = 1 << 20; ///< of a picture, to be encoded

/// What is looked at need not be a data set that could be written.
SynthesisSpec lookedAt(const PreviewRequest &request)
{
    SynthesisSpec spec = request.spec;
    spec.counts = {1, 0, 0, 0, 0};
    spec.version = spec.impurities.empty() ? SynthesisVersion::Clean : SynthesisVersion::Stained;
    return spec;
}

/// The same on larger pixels. Impacts of grains that would be hardly a pixel wide are thousands to draw and not one to
/// see: fewer and larger ones look alike.
SynthesisSpec reduced(SynthesisSpec spec, int reduction)
{
    spec.widthPx = std::max(synthesis::smallestSidePx, spec.widthPx / reduction);
    spec.heightPx = std::max(synthesis::smallestSidePx, spec.heightPx / reduction);
    spec.mmPerPixel *= reduction;
    SandblastedRanges &blasted = spec.ranges.sandblasted;
    const double leastMm = 8.0 * spec.mmPerPixel;
    blasted.impactMm = {std::max(blasted.impactMm.low, leastMm), std::max(blasted.impactMm.high, leastMm)};
    blasted.coverage = {std::min(blasted.coverage.low, 1.5), std::min(blasted.coverage.high, 1.5)};
    return spec;
}

/// As a screen shows it.
cv::Mat3b shown(const cv::Mat &image, int bitDepth)
{
    if (bitDepth == 8)
        return image;
    cv::Mat3b picture;
    image.convertTo(picture, CV_8U, 255.0 / whiteOf(bitDepth));
    return picture;
}

SynthesisVersion versionOf(const PreviewRequest &request)
{
    return request.stained ? SynthesisVersion::Stained : SynthesisVersion::Clean;
}

Result<synthesis::ExemplarPtr> exemplarOf(const PreviewRequest &request, const JobContext &context)
{
    if (request.spec.surface != "exemplar" || request.exemplar)
        return request.exemplar;
    return synthesis::loadExemplar(request.spec.exemplar, {request.spec.widthPx, request.spec.heightPx}, context,
                                   request.spec.bitDepth);
}

/// The seed is that of the image in the data set.
Scene sceneOf(const SynthesisSpec &spec, const PreviewSubject &subject, const synthesis::ExemplarPtr &exemplar)
{
    synthesis::PlannedImage image;
    image.ambiguity = subject.ambiguity;
    int number = subject.number;
    if (!subject.ambiguity.empty()) { // cases take turns
        image.split = "test/" + std::string(synthesis::ambiguousClass);
        const auto turn = std::ranges::find(spec.ambiguous, subject.ambiguity) - spec.ambiguous.begin();
        number = number * std::max(1, static_cast<int>(spec.ambiguous.size())) + static_cast<int>(turn);
    } else {
        image.defectClass = subject.defectClass;
        image.split = subject.defectClass.empty() ? "train/good" : "test/" + subject.defectClass;
    }
    image.number = number;
    image.seed = synthesis::imageSeedOf(spec.seed, image.split, number);
    return synthesis::sceneOf(spec, image, exemplar);
}

/// What of an image is a picture; without a coarse one before it no more than can be made exactly at once.
cv::Size pictureSizeOf(cv::Size whole, bool exactAtOnce)
{
    const cv::Size size(std::min(whole.width, kLargestPreview.width()),
                        std::min(whole.height, kLargestPreview.height()));
    const double share = std::sqrt(static_cast<double>(kMostExactPixels) / (double{1} * size.width * size.height));
    if (!exactAtOnce || share >= 1.0)
        return size;
    return {static_cast<int>(share * size.width), static_cast<int>(share * size.height)};
}

/// The whole image, or what of a large one is about its first defect; about its middle where it has none.
cv::Rect sectionOf(const Scene &scene, double scale, cv::Size whole, cv::Size size)
{
    cv::Point2d middle(whole.width / 2.0, whole.height / 2.0);
    if (!scene.defects.empty()) {
        const cv::Rect box = scene.defects.front()->bounds();
        middle = cv::Point2d(box.x + box.width / 2.0, box.y + box.height / 2.0) * scale;
    }
    return {std::clamp(static_cast<int>(middle.x) - size.width / 2, 0, whole.width - size.width),
            std::clamp(static_cast<int>(middle.y) - size.height / 2, 0, whole.height - size.height), size.width,
            size.height};
}

QColor colourOf(const std::string &name)
{
    auto known = synthesisDefects();
    const auto impurities = synthesisImpurities();
    known.insert(known.end(), impurities.begin(), impurities.end());
    const auto at = std::ranges::find(known, name) - known.begin();
    return QColor(QRgb{classColourAt(static_cast<int>(at))});
}

void addMarks(const std::map<std::string, cv::Mat1b> &masks, QPoint corner, double scale,
              std::vector<PreviewMark> &marks)
{
    for (const auto &[name, mask] : masks) {
        std::vector<std::vector<cv::Point>> contours;
        cv::findContours(mask, contours, cv::RETR_CCOMP, cv::CHAIN_APPROX_SIMPLE);
        QPainterPath path;
        for (const std::vector<cv::Point> &contour : contours)
            path.addPath(outlinePath(contour, scale, scale));
        marks.push_back({name, {path.translated(corner), colourOf(name), false}});
    }
}

Result<void> finish(const RenderedScene &rendered, QPoint corner, double scale, const JobContext &context,
                    PreviewPicture &picture)
{
    addMarks(rendered.impurityMasks, corner, scale, picture.marks);
    addMarks(rendered.defectMasks, corner, scale, picture.marks);
    const auto source = imageFromMat(picture.pixels);
    return DisplayImage::load(*source, context).map([&](std::shared_ptr<const DisplayImage> &&image) {
        picture.image = std::move(image);
    });
}

} // namespace

QRect exactAreaFor(QSize picture, const QRect &visible)
{
    const QRect whole(QPoint(), picture);
    if (qint64{picture.width()} * picture.height() <= kWholePixels)
        return whole;
    const QRect seen = visible & whole;
    return qint64{seen.width()} * seen.height() <= kMostExactPixels ? seen : QRect();
}

namespace {

/// A photo that is found damaged while it is drawn on is said in its own words.
template <typename Make>
Result<PreviewPicture> withPhotos(Make make)
{
    try {
        return make();
    } catch (const synthesis::ExemplarFailure &failure) {
        return tl::unexpected(failure.error());
    }
}

Result<PreviewPicture> makeCoarse(const PreviewRequest &request, int reduction, const JobContext &context)
{
    SynthesisSpec spec = lookedAt(request);
    if (auto valid = validate(spec); !valid)
        return failFrom(std::move(valid));
    PreviewPicture picture;
    auto exemplar = exemplarOf(request, context);
    if (!exemplar)
        return failFrom(std::move(exemplar));
    picture.exemplar = *exemplar;
    const cv::Size whole(spec.widthPx, spec.heightPx);
    spec = reduced(std::move(spec), reduction);
    QElapsedTimer clock;
    clock.start();
    const Scene scene = sceneOf(spec, request.subject, *exemplar);
    picture.preparedMs = clock.restart();
    auto rendered =
        synthesis::renderArea(scene, versionOf(request), cv::Rect({}, scene.size), request.threads, context);
    if (!rendered)
        return failFrom(std::move(rendered));
    picture.renderedPx = qint64{spec.widthPx} * spec.heightPx;
    picture.renderedMs = clock.elapsed();
    const double scale = static_cast<double>(whole.width) / spec.widthPx;
    const cv::Rect section = sectionOf(scene, scale, whole, pictureSizeOf(whole, false));
    const cv::Mat3b small = shown(request.stained ? rendered->stained : rendered->clean, spec.bitDepth);
    const cv::Rect seen = cv::Rect(static_cast<int>(section.x / scale), static_cast<int>(section.y / scale),
                                   static_cast<int>(section.width / scale), static_cast<int>(section.height / scale)) &
                          cv::Rect({}, small.size());
    cv::resize(small(seen), picture.pixels, section.size(), 0, 0, cv::INTER_LINEAR);
    picture.corner = {section.x, section.y};
    return finish(*rendered, -picture.corner, scale, context, picture).map([&] { return std::move(picture); });
}

Result<PreviewPicture> makeExact(const PreviewRequest &request, const cv::Mat3b &under, const QRect &area,
                                 const JobContext &context)
{
    const SynthesisSpec spec = lookedAt(request);
    if (auto valid = validate(spec); !valid)
        return failFrom(std::move(valid));
    PreviewPicture picture;
    auto exemplar = exemplarOf(request, context);
    if (!exemplar)
        return failFrom(std::move(exemplar));
    picture.exemplar = *exemplar;
    QElapsedTimer clock;
    clock.start();
    const Scene scene = sceneOf(spec, request.subject, *exemplar);
    picture.preparedMs = clock.restart();
    const cv::Rect section = sectionOf(scene, 1.0, scene.size, pictureSizeOf(scene.size, area.isEmpty()));
    picture.corner = {section.x, section.y};
    const QSize size(section.width, section.height);
    picture.exactArea = area.isEmpty() ? QRect(QPoint(), size) : area & QRect(QPoint(), size);
    if (picture.exactArea.isEmpty())
        return fail(ErrorCode::BadArgument, "the area is not a part of the picture");
    const cv::Rect wanted(picture.exactArea.x(), picture.exactArea.y(), picture.exactArea.width(),
                          picture.exactArea.height());
    auto rendered = synthesis::renderArea(scene, versionOf(request), wanted + section.tl(), request.threads, context);
    if (!rendered)
        return failFrom(std::move(rendered));
    picture.renderedPx = qint64{wanted.width} * wanted.height;
    picture.renderedMs = clock.elapsed();
    picture.pixels = under.size() == section.size() ? cv::Mat3b(under.clone()) : cv::Mat3b(section.size(), cv::Vec3b());
    shown(request.stained ? rendered->stained : rendered->clean, spec.bitDepth).copyTo(picture.pixels(wanted));
    return finish(*rendered, picture.exactArea.topLeft(), 1.0, context, picture).map([&] {
        return std::move(picture);
    });
}

} // namespace

Result<PreviewPicture> coarsePreview(const PreviewRequest &request, int reduction, const JobContext &context)
{
    return withPhotos([&] { return makeCoarse(request, reduction, context); });
}

Result<PreviewPicture> exactPreview(const PreviewRequest &request, const cv::Mat3b &under, const QRect &area,
                                    const JobContext &context)
{
    return withPhotos([&] { return makeExact(request, under, area, context); });
}

Result<SynthesisPace> paceOf(const PreviewPicture &rendered, int threads, const JobContext &context)
{
    const QRect &area = rendered.exactArea;
    if (area.isEmpty() || rendered.renderedPx == 0)
        return fail(ErrorCode::BadArgument, "nothing was made exactly");
    if (context.cancelled())
        return cancelledError();
    const int rows = std::clamp(kSamplePixels / area.width(), 1, area.height());
    QElapsedTimer clock;
    clock.start();
    const auto bytes = encodePng(rendered.pixels(cv::Rect(area.x(), area.y(), area.width(), rows)).clone());
    if (!bytes)
        return tl::unexpected(bytes.error());
    const double pixels = static_cast<double>(area.width()) * rows;
    const double encodeS = static_cast<double>(std::max<qint64>(1, clock.elapsed())) / 1000.0 / threads;
    const double renderS = static_cast<double>(std::max<qint64>(1, rendered.preparedMs + rendered.renderedMs)) / 1000.0;
    return SynthesisPace{static_cast<double>(rendered.renderedPx) / renderS, pixels / encodeS,
                         static_cast<double>(bytes->size()) / pixels};
}

} // namespace patina
