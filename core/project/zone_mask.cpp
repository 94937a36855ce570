#include "core/project/zone_mask.h"

#include "core/labels/shape_mask.h"

#include <algorithm>

namespace patina {

namespace {

void fill(cv::Mat &pixels, const RunMask &mask, std::uint8_t value)
{
    for (const MaskRun &run : mask.runs())
        pixels.row(run.row).colRange(run.begin, run.end).setTo(value);
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
    const bool anyRoi = std::ranges::any_of(zones, [](const Zone &zone) { return zone.kind == ZoneKind::Roi; });
    cv::Mat pixels(mapSize, CV_8UC1, cv::Scalar(anyRoi ? 255 : 0));
    for (const ZoneKind kind : {ZoneKind::Roi, ZoneKind::Ignore})
        for (const Zone &zone : zones) {
            if (zone.kind != kind)
                continue;
            std::vector<cv::Point2d> corners;
            for (const cv::Point &corner : zone.polygon)
                corners.emplace_back(1.0 * corner.x * mapSize.width / imageSize.width,
                                     1.0 * corner.y * mapSize.height / imageSize.height);
            const auto mask = polygonMask(mapSize, corners, context);
            if (!mask)
                return tl::unexpected(mask.error());
            fill(pixels, *mask, kind == ZoneKind::Roi ? 0 : 255);
        }
    return pixels;
}

} // namespace patina
