#include "core/regions/region.h"

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace patina {
namespace {

bool before(const cv::Point &a, const cv::Point &b)
{
    return std::tie(a.y, a.x) < std::tie(b.y, b.x);
}

/// One outline per component, also of those that lie in another's hole, told apart by their first pixel.
void addContours(const cv::Mat &map, float threshold, const cv::Mat &ignore, std::vector<Region> &regions)
{
    cv::Mat inside = map >= threshold;
    if (!ignore.empty())
        inside.setTo(0, ignore);
    std::vector<std::vector<cv::Point>> contours;
    std::vector<cv::Vec4i> hierarchy;
    cv::findContours(inside, contours, hierarchy, cv::RETR_CCOMP, cv::CHAIN_APPROX_SIMPLE);
    for (std::size_t i = 0; i < contours.size(); ++i) {
        const bool isHole = hierarchy[i][3] >= 0;
        if (isHole)
            continue;
        const cv::Point first = *std::min_element(contours[i].begin(), contours[i].end(), before);
        const auto region =
            std::lower_bound(regions.begin(), regions.end(), first,
                             [](const Region &r, const cv::Point &point) { return before(r.first, point); });
        if (region != regions.end() && region->first == first)
            region->contour = std::move(contours[i]);
    }
}

} // namespace

Result<std::vector<Region>> regionsOf(const cv::Mat &map, const RegionSettings &settings, const cv::Mat &ignore,
                                      Contours contours)
{
    if (map.empty() || map.type() != CV_32FC1)
        return fail(ErrorCode::BadArgument,
                    fmt::format("regions need a float32 map, not {}x{} of type {}", map.cols, map.rows, map.type()));
    if (!ignore.empty() && (ignore.size() != map.size() || ignore.type() != CV_8UC1))
        return fail(ErrorCode::ShapeMismatch,
                    fmt::format("ignore {}x{} does not match map {}x{}", ignore.cols, ignore.rows, map.cols, map.rows));
    std::vector<Region> regions;
    auto stream = RegionStream::create(map.cols, settings, [&](const Region &region) { regions.push_back(region); });
    if (!stream)
        return failFrom(std::move(stream));
    for (int y = 0; y < map.rows; ++y)
        stream->addRow(map.ptr<float>(y), ignore.empty() ? nullptr : ignore.ptr<std::uint8_t>(y));
    stream->finish();
    regions = numbered(std::move(regions));
    try {
        if (contours == Contours::With)
            addContours(map, floatThreshold(settings.threshold), ignore, regions);
    } catch (const std::exception &error) {
        return fail(ErrorCode::Internal, fmt::format("outlines of a {}x{} map: {}", map.cols, map.rows, error.what()));
    }
    return regions;
}

} // namespace patina
