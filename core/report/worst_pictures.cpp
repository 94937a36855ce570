#include "core/report/worst_pictures.h"

#include "core/image/overlay.h"
#include "core/image/png_file.h"
#include "core/labels/label_map.h"
#include "core/pipeline/scoring_run.h"

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace patina {

namespace {

constexpr int leastExcerptPx = 160; ///< of the image as it is scored, a side
constexpr int largestExcerptPx = 1024;
constexpr int picturePx = 340; ///< the longer side of a picture, where the excerpt is larger; at least half of it

/// One image to be shown.
struct Wanted
{
    std::string image;
    cv::Rect box; ///< empty: around the highest score
    std::string caption;
    bool defect = true;
};

/// The score map of the part of an image that is shown.
struct Excerpt
{
    cv::Rect area;
    cv::Mat pixels; ///< as read
    cv::Mat scores; ///< CV_32FC1
    cv::Mat truth;  ///< CV_8U, empty: nothing is labelled
};

cv::Rect excerptAround(const cv::Rect &box, cv::Size image)
{
    const int side = std::clamp(2 * std::max(box.width, box.height), leastExcerptPx, largestExcerptPx);
    const int width = std::min(std::max(side, std::min(box.width, 2 * largestExcerptPx)), image.width);
    const int height = std::min(std::max(side, std::min(box.height, 2 * largestExcerptPx)), image.height);
    return {std::clamp(box.x + box.width / 2 - width / 2, 0, image.width - width),
            std::clamp(box.y + box.height / 2 - height / 2, 0, image.height - height), width, height};
}

cv::Rect grown(const cv::Rect &box)
{
    constexpr int by = leastExcerptPx / 2;
    return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}

/// Where the map is highest: of a good image what was flagged.
Result<cv::Rect> highestPlace(const PictureSource &source)
{
    float highest = -HUGE_VALF;
    cv::Point place;
    const auto look = [&](int firstRow, const cv::Mat &rows) -> Result<void> {
        double largest = 0.0;
        cv::Point at;
        cv::minMaxLoc(rows, nullptr, &largest, nullptr, &at);
        if (static_cast<float>(largest) > highest) {
            highest = static_cast<float>(largest);
            place = {at.x, at.y + firstRow};
        }
        return {};
    };
    return source.render(look).map([&](double) { return cv::Rect(place.x, place.y, 1, 1); });
}

Result<cv::Mat> scoresOf(const PictureSource &source, const cv::Rect &area)
{
    cv::Mat scores(area.size(), CV_32FC1, cv::Scalar(0));
    const auto keep = [&](int firstRow, const cv::Mat &rows) -> Result<void> {
        const cv::Rect both = area & cv::Rect(0, firstRow, rows.cols, rows.rows);
        if (!both.empty())
            rows(both - cv::Point(0, firstRow)).copyTo(scores(both - area.tl()));
        return {};
    };
    return source.render(keep).map([&](double) { return scores; });
}

/// Every labelled pixel of the excerpt.
cv::Mat truthOf(const PictureSource &source, const cv::Rect &area)
{
    cv::Mat truth;
    for (const cv::Mat &mask : source.labels) {
        const cv::Mat part = mask(area) > 0;
        truth = truth.empty() ? part.clone() : cv::Mat(truth | part);
    }
    return truth;
}

Result<Excerpt> excerptOf(const PictureSource &source, const Wanted &wanted)
{
    const cv::Size size = source.image->info().size();
    cv::Rect box = wanted.box;
    if (box.empty()) {
        auto place = highestPlace(source);
        if (!place)
            return failFrom(std::move(place));
        box = *place;
    }
    Excerpt excerpt;
    // What was flagged of a good image is often larger than the place itself.
    excerpt.area = excerptAround(wanted.defect ? box : grown(box), size);
    auto scores = scoresOf(source, excerpt.area);
    if (!scores)
        return failFrom(std::move(scores));
    excerpt.scores = std::move(*scores);
    excerpt.truth = truthOf(source, excerpt.area);
    return source.image->read(excerpt.area).map([&](cv::Mat pixels) {
        excerpt.pixels = std::move(pixels);
        return std::move(excerpt);
    });
}

/// Of an image of a data set, scored anew.
Result<PictureSource> pictureSource(Inspector &inspector, const Dataset &dataset, const ImageRecord &record,
                                    const JobContext &context)
{
    auto opened = openImage(record.path, {}, context);
    if (!opened)
        return failFrom(std::move(opened));
    auto labels = loadLabels(record, dataset.classes, (*opened)->info().size(), context);
    if (!labels)
        return failFrom(std::move(labels));
    auto image = inspector.scaled(std::move(*opened));
    if (!image)
        return failFrom(std::move(image));
    PictureSource source;
    source.image = std::move(*image);
    for (LabelLayer &layer : reduceLabels(*labels, source.image->info().size()).layers)
        source.labels.push_back(std::move(layer.mask));
    source.render = [&inspector, pixels = source.image.get(), context](const MapRowSink &sink) {
        return inspector.inspect(*pixels, sink, context).map([](const Inspection &inspection) {
            return inspection.score;
        });
    };
    return source;
}

/// Small excerpts are enlarged by a whole factor, so that every pixel is seen as it is; large ones are averaged.
cv::Mat atPictureSize(const cv::Mat &pixels)
{
    const int longer = std::max(pixels.cols, pixels.rows);
    cv::Mat picture;
    if (longer <= picturePx) {
        const int factor = std::max(1, picturePx / longer);
        cv::resize(pixels, picture, {}, factor, factor, cv::INTER_NEAREST);
        return picture;
    }
    cv::resize(pixels, picture, overlaySize(pixels.size(), picturePx), 0.0, 0.0, cv::INTER_AREA);
    return picture;
}

Result<ReportPicture> pictureOf(const Excerpt &excerpt, const Wanted &wanted, const ModelInfo &model,
                                const Evaluation &evaluation, bool thresholdsApply)
{
    auto source = imageFromMat(excerpt.pixels);
    auto plain = overlayPicture(*source, model.intensity, largestExcerptPx * 2);
    if (!plain)
        return failFrom(std::move(plain));
    const cv::Mat picture = atPictureSize(*plain);
    OverlaySettings settings = overlaySettingsFor(model);
    settings.reviewThreshold.reset();
    settings.rejectThreshold.reset();
    if (thresholdsApply) {
        settings.reviewThreshold = evaluation.review.threshold;
        settings.rejectThreshold = evaluation.reject.threshold;
    }
    settings.lineWidthPx = 2;
    auto drawn = drawOverlay(picture, excerpt.scores, settings, excerpt.truth);
    if (!drawn)
        return failFrom(std::move(drawn));
    ReportPicture shown;
    shown.caption = wanted.caption;
    const std::string what = wanted.defect ? "defect" : "good part";
    const std::pair<const cv::Mat *, std::string> sides[] = {{&picture, "The image around the " + what},
                                                             {&*drawn, "The same with the score map and outlines"}};
    for (const auto &[pixels, alt] : sides) {
        auto png = encodePng(*pixels);
        if (!png)
            return failFrom(std::move(png));
        shown.images.push_back({std::move(*png), fmt::format("{}: {}", alt, wanted.image)});
    }
    return shown;
}

std::string verdictText(double peak, const Evaluation &evaluation)
{
    if (peak < evaluation.review.threshold)
        return fmt::format("escapes, {:.2f} below review", evaluation.review.threshold - peak);
    return peak < evaluation.reject.threshold ? "found at review, not at reject" : "found at both thresholds";
}

std::string flaggedText(double peak, const Evaluation &evaluation)
{
    if (peak < evaluation.review.threshold)
        return "passes";
    return peak < evaluation.reject.threshold ? "flagged at review" : "rejected";
}

std::vector<Wanted> wantedOf(const Evaluation &evaluation, const WorstRequest &request)
{
    std::vector<Wanted> wanted;
    const Outcomes &outcomes = evaluation.outcomes;
    for (const std::size_t index : worstDefects(outcomes, request.most)) {
        const RegionOutcome &region = outcomes.defects[index];
        const ImageOutcome &image = outcomes.images[static_cast<std::size_t>(region.image)];
        std::string caption = fmt::format("{}, {} px in {}: highest score {:.2f}",
                                          evaluation.classes[static_cast<std::size_t>(region.classIndex)].name,
                                          region.areaPx, image.id, region.peak);
        if (request.thresholdsApply)
            caption += "; " + verdictText(static_cast<double>(region.peak), evaluation);
        wanted.push_back({image.id, region.box, std::move(caption), true});
    }
    for (const std::size_t index : worstGoodImages(outcomes, request.most)) {
        const ImageOutcome &image = outcomes.images[index];
        std::string caption = fmt::format("{}: highest score {:.2f}", image.id, *image.peak);
        if (request.thresholdsApply)
            caption += "; " + flaggedText(static_cast<double>(*image.peak), evaluation);
        wanted.push_back({image.id, {}, std::move(caption), false});
    }
    return wanted;
}

} // namespace

std::vector<std::size_t> worstDefects(const Outcomes &outcomes, std::size_t most)
{
    std::vector<std::size_t> order(outcomes.defects.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return outcomes.defects[i].peak; });
    std::vector<std::size_t> worst;
    std::set<std::int64_t> seen;
    for (const std::size_t index : order)
        if (worst.size() < most && seen.insert(outcomes.defects[index].image).second)
            worst.push_back(index);
    return worst;
}

std::vector<std::size_t> worstGoodImages(const Outcomes &outcomes, std::size_t most)
{
    std::vector<std::size_t> worst;
    for (std::size_t i = 0; i < outcomes.images.size(); ++i)
        if (outcomes.images[i].role == ImageRole::Good && outcomes.images[i].peak)
            worst.push_back(i);
    std::ranges::stable_sort(worst, std::ranges::greater(), [&](std::size_t i) { return *outcomes.images[i].peak; });
    worst.resize(std::min(worst.size(), most));
    return worst;
}

Result<WorstPictures> worstPictures(const OpenPicture &open, const ModelInfo &model, const Evaluation &evaluation,
                                    const WorstRequest &request, const JobContext &context)
{
    WorstPictures pictures;
    const std::vector<Wanted> wanted = wantedOf(evaluation, request);
    std::int64_t done = 0;
    for (const Wanted &one : wanted) {
        context.report("pictures", done++, std::ssize(wanted));
        auto picture = open(one.image, context.quiet()).and_then([&](const PictureSource &source) {
            return excerptOf(source, one).and_then([&](const Excerpt &excerpt) {
                return pictureOf(excerpt, one, model, evaluation, request.thresholdsApply);
            });
        });
        if (picture)
            (one.defect ? pictures.escapes : pictures.overkills).push_back(std::move(*picture));
        else if (picture.error().code == ErrorCode::Cancelled || picture.error().code == ErrorCode::OutOfMemory)
            return failFrom(std::move(picture));
        else
            context.notice(fmt::format("no picture of {}: {}", one.image, picture.error().detail));
    }
    context.report("pictures", done, std::ssize(wanted));
    return pictures;
}

Result<WorstPictures> worstPictures(Inspector &inspector, const Dataset &dataset, const Evaluation &evaluation,
                                    const WorstRequest &request, const JobContext &context)
{
    std::map<std::string, const ImageRecord *> records;
    for (const ImageRecord &record : dataset.images)
        records[record.id] = &record;
    const auto open = [&](const std::string &id, const JobContext &quiet) -> Result<PictureSource> {
        const auto record = records.find(id);
        if (record == records.end())
            return fail(ErrorCode::NotFound, "it is not in the data set");
        return pictureSource(inspector, dataset, *record->second, quiet);
    };
    return worstPictures(open, inspector.model(), evaluation, request, context);
}

} // namespace patina
