// What a threshold that is moved costs: the regions of many images at another threshold, from their tables and from
// their score maps. See docs/benchmarks.md.
#include "core/regions/region.h"
#include "core/regions/region_levels_builder.h"

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <chrono>
#include <random>
#include <vector>

using namespace patina;

namespace {

constexpr int kImages = 1000;
constexpr int kMaps = 10; // that are made; each is taken a hundred times
constexpr int kRegions = 100;
const cv::Size kSize(4000, 3000);

double now()
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Low noise with hills of different height and width.
cv::Mat scoreMap(unsigned seed)
{
    std::mt19937 random(seed);
    cv::Mat small(kSize.height / 8, kSize.width / 8, CV_32FC1);
    cv::randn(small, 0.1, 0.1);
    for (int i = 0; i < kRegions; ++i) {
        const cv::Point at(static_cast<int>(random() % static_cast<unsigned>(small.cols)),
                           static_cast<int>(random() % static_cast<unsigned>(small.rows)));
        const float peak = 1.0F + static_cast<float>(random() % 300) / 100.0F;
        cv::circle(small, at, 1 + static_cast<int>(random() % 4), cv::Scalar(peak), cv::FILLED);
    }
    cv::Mat map;
    cv::resize(small, map, kSize, 0, 0, cv::INTER_CUBIC);
    cv::GaussianBlur(map, map, {}, 4.0);
    return map;
}

RegionLevels levelsOf(const cv::Mat &map, const LevelScale &scale)
{
    RegionLevelsBuilder builder(map.cols, scale);
    for (int y = 0; y < map.rows; ++y)
        builder.addRow(map.ptr<float>(y), nullptr);
    return builder.finish();
}

} // namespace

int main()
{
    const LevelScale scale{100, 50, 1000};
    std::vector<RegionLevels> made;
    double plainMs = 0.0;
    double tableMs = 0.0;
    std::int64_t regions = 0;
    for (unsigned i = 0; i < kMaps; ++i) {
        const cv::Mat map = scoreMap(i);
        const double begin = now();
        regions += std::ssize(regionsOf(map, {.threshold = 1.0}).value());
        const double middle = now();
        made.push_back(levelsOf(map, scale));
        plainMs += middle - begin;
        tableMs += now() - middle;
    }
    std::vector<RegionLevels> tables;
    std::size_t bytes = 0;
    std::size_t stored = 0;
    for (int i = 0; i < kImages; ++i) {
        tables.push_back(made[static_cast<std::size_t>(i % kMaps)]);
        bytes += tables.back().bytes();
        stored += i < kMaps ? tables.back().encoded().size() * (kImages / kMaps) : 0;
    }
    std::vector<double> moves;
    std::int64_t counted = 0;
    for (double threshold = 0.6; threshold < 3.0; threshold += 0.01) {
        const double begin = now();
        const int level = scale.levelFor(threshold);
        for (const RegionLevels &table : tables)
            counted += table.count(level, 1) + table.count(level, 40) + (table.highestLevel(40) >= level ? 1 : 0);
        moves.push_back(now() - begin);
    }
    std::ranges::sort(moves);
    fmt::print("{} images of {} x {}, {} regions at 1.0 in all\n", kImages, kSize.width, kSize.height,
               regions * (kImages / kMaps));
    fmt::print("regions of a map at one threshold (baseline)        {:8.1f} ms\n", plainMs / kMaps);
    fmt::print("its table, for {} thresholds                       {:8.1f} ms, {:.2f} times that\n", scale.count,
               tableMs / kMaps, tableMs / plainMs);
    fmt::print("another threshold, all images, from tables: median  {:8.2f} ms, at most {:.2f} ms (aimed at 50)\n",
               moves[moves.size() / 2], moves.back());
    fmt::print("the same from the maps (baseline)                   {:8.0f} ms, {:.0f} times that\n",
               plainMs / kMaps * kImages, plainMs / kMaps * kImages / moves[moves.size() / 2]);
    fmt::print("tables: {:.1f} MB held, {:.1f} MB stored ({} counted)\n", static_cast<double>(bytes) / 1e6,
               static_cast<double>(stored) / 1e6, counted);
    return 0;
}
