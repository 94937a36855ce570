#include "core/project/zone_mask.h"

#include "core/labels/shape_mask.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>

namespace patina {

namespace {

Result<void> fill(cv::Mat &pixels, const Zone &zone, cv::Size imageSize, int value, const JobContext &context)
{
    std::vector<cv::Point2d> corners;
    for (const cv::Point &corner : zone.polygon)
        corners.emplace_back(1.0 * corner.x * pixels.cols / imageSize.width,
                             1.0 * corner.y * pixels.rows / imageSize.height);
    const auto mask = polygonMask(pixels.size(), corners, context);
    if (!mask)
        return tl::unexpected(mask.error());
    for (const MaskRun &run : mask->runs())
        pixels.row(run.row).colRange(run.begin, run.end).setTo(value);
    return {};
}

} // namespace

std::vector<Zone> zonesOf(const std::vector<Zone> &zones, const std::string &image)
{
    std::vector<Zone> own;
    std::ranges::copy_if(zones, std::back_inserter(own),
                         [&](const Zone &zone) { return zone.image.empty() || zone.image == image; });
    return own;
}

Result<cv::Mat> uncountedPixels(const std::vector<Zone> &zones, cv::Size imageSize, cv::Size mapSize,
                                const JobContext &context)
{
    if (zones.empty() || imageSize.empty())
        return cv::Mat();
    const auto leavesOut = [](const Zone &zone) { return zone.kind != ZoneKind::Thresholds; };
    if (std::ranges::none_of(zones, leavesOut))
        return cv::Mat();
    const bool anyRoi = std::ranges::any_of(zones, [](const Zone &zone) { return zone.kind == ZoneKind::Roi; });
    cv::Mat pixels(mapSize, CV_8UC1, cv::Scalar(anyRoi ? 255 : 0));
    for (const ZoneKind kind : {ZoneKind::Roi, ZoneKind::Ignore})
        for (const Zone &zone : zones) {
            if (zone.kind != kind)
                continue;
            if (auto filled = fill(pixels, zone, imageSize, kind == ZoneKind::Roi ? 0 : 255, context); !filled)
                return failFrom(std::move(filled));
        }
    return pixels;
}

Result<cv::Mat> thresholdPercents(const std::vector<Zone> &zones, cv::Size imageSize, cv::Size mapSize,
                                  const JobContext &context)
{
    std::vector<Zone> own;
    std::ranges::copy_if(zones, std::back_inserter(own),
                         [](const Zone &zone) { return zone.thresholdFactor.has_value(); });
    if (own.empty() || imageSize.empty())
        return cv::Mat();
    std::ranges::stable_sort(own, std::ranges::greater(), [](const Zone &zone) { return *zone.thresholdFactor; });
    cv::Mat percents(mapSize, CV_16UC1, cv::Scalar(100));
    for (const Zone &zone : own) {
        const auto percent = static_cast<int>(std::lround(*zone.thresholdFactor * 100.0));
        if (auto filled = fill(percents, zone, imageSize, percent, context); !filled)
            return failFrom(std::move(filled));
    }
    return percents;
}

} // namespace patina
