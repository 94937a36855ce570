#include "ui/document/region_items.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace patina {

namespace {

constexpr int kLevels = 48;               // thresholds that are tried
constexpr std::int64_t kMostPx = 1 << 22; // of the box around a region
constexpr int kSmallestShare = 200;       // a part is at least one in so many of the pixels

/// Parts of a region as numbers from 1, 0 elsewhere; empty where it stays one at this threshold.
cv::Mat cores(const cv::Mat &scores, const cv::Mat &inside, double threshold, int leastPx)
{
    const cv::Mat above = (scores >= threshold) & inside;
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(above, labels, stats, centres, 8, CV_32S);
    int parts = 0;
    std::vector<int> number(static_cast<std::size_t>(count), 0);
    for (int i = 1; i < count; ++i)
        if (stats.at<int>(i, cv::CC_STAT_AREA) >= leastPx)
            number[static_cast<std::size_t>(i)] = ++parts;
    if (parts < 2)
        return {};
    labels.forEach<int>([&](int &label, const int *) { label = number[static_cast<std::size_t>(label)]; });
    return labels;
}

/// Scores of the pixels of a part of the image.
cv::Mat scoresIn(const RegionsFrom &from, const cv::Size &size, const cv::Rect &box)
{
    cv::Mat scores(box.size(), CV_32FC1);
    for (int y = 0; y < box.height; ++y) {
        const float *row = from.map.ptr<float>(static_cast<int>(std::int64_t{box.y + y} * from.map.rows / size.height));
        for (int x = 0; x < box.width; ++x)
            scores.at<float>(y, x) = row[std::int64_t{box.x + x} * from.map.cols / size.width];
    }
    return scores;
}

/// Each pixel with the nearest core.
std::vector<RunMask> grown(const cv::Mat &numbers, const cv::Mat &inside, cv::Point at, cv::Size size)
{
    const cv::Rect box(at, inside.size());
    // The distance transform numbers its zero pixels: here those of the cores.
    cv::Mat distances;
    cv::Mat nearest;
    cv::distanceTransform(numbers == 0, distances, nearest, cv::DIST_L2, cv::DIST_MASK_5, cv::DIST_LABEL_PIXEL);
    std::vector<int> part(static_cast<std::size_t>(cv::countNonZero(numbers)) + 1, 0);
    double parts = 0.0;
    cv::minMaxLoc(numbers, nullptr, &parts);
    for (int y = 0; y < box.height; ++y)
        for (int x = 0; x < box.width; ++x)
            if (const int number = numbers.at<int>(y, x); number > 0)
                part[static_cast<std::size_t>(nearest.at<int>(y, x))] = number;
    std::vector<std::vector<MaskRun>> runs(static_cast<std::size_t>(parts));
    for (int y = 0; y < box.height; ++y)
        for (int x = 0; x < box.width; ++x) {
            if (inside.at<std::uint8_t>(y, x) == 0)
                continue;
            auto &own = runs[static_cast<std::size_t>(part[static_cast<std::size_t>(nearest.at<int>(y, x))] - 1)];
            if (!own.empty() && own.back().row == box.y + y && own.back().end == box.x + x)
                ++own.back().end;
            else
                own.push_back({box.y + y, box.x + x, box.x + x + 1});
        }
    std::vector<RunMask> masks;
    for (auto &own : runs)
        masks.push_back(RunMask::create(size, std::move(own)).value());
    return masks;
}

} // namespace

std::vector<RunMask> partsOf(const RegionsFrom &from, const RunMask &mask)
{
    const cv::Rect box = mask.box();
    if (from.map.empty() || box.empty() || std::int64_t{box.width} * box.height > kMostPx)
        return {};
    const cv::Mat inside = mask.toMat(box);
    const cv::Mat scores = scoresIn(from, mask.size(), box);
    double least = 0.0;
    double most = 0.0;
    cv::minMaxLoc(scores, &least, &most, nullptr, nullptr, inside);
    const int leastPx = std::max(4, static_cast<int>(mask.areaPx() / kSmallestShare));
    for (int level = 1; level < kLevels; ++level) {
        const cv::Mat numbers = cores(scores, inside, least + (most - least) * level / kLevels, leastPx);
        if (!numbers.empty())
            return grown(numbers, inside, box.tl(), mask.size());
    }
    return {};
}

} // namespace patina
