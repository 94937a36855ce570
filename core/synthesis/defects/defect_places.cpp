#include "core/synthesis/defects/defect_places.h"

#include "core/synthesis/noise/counter_random.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace patina::synthesis {

namespace {

constexpr std::size_t fewestNeighbours = 3;
constexpr std::size_t neighbourShare = 8; ///< an eighth of all are near

} // namespace

cv::Point2d drawnPlace(const std::vector<cv::Point2d> &where, std::uint64_t key)
{
    CounterRandom random(subKey(key, "where"));
    const auto drawn = [&](std::size_t count) {
        return std::min(count - 1, static_cast<std::size_t>(random.uniform() * static_cast<double>(count)));
    };
    const cv::Point2d from = where[drawn(where.size())];
    std::vector<std::pair<double, std::size_t>> others; // squared distance, place
    for (std::size_t i = 0; i < where.size(); ++i)
        others.emplace_back((where[i] - from).dot(where[i] - from), i);
    std::ranges::sort(others); // itself first
    const std::size_t near = std::min(where.size() - 1, std::max(fewestNeighbours, where.size() / neighbourShare));
    if (near == 0)
        return from;
    const cv::Point2d to = where[others[1 + drawn(near)].second];
    return from + random.uniform() * (to - from);
}

} // namespace patina::synthesis
