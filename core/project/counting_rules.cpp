#include "core/project/counting_rules.h"

#include "core/project/project_settings.h"
#include "core/project/zone_mask.h"
#include "core/regions/area_opening.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace patina {

CountingRules countingRulesOf(const ProjectContents &contents, const std::string &image, double modelScale)
{
    return {zonesOf(contents.zones, image), minAreaOnMap(minimumAreaOf(contents), modelScale)};
}

std::int64_t minAreaOnMap(std::int64_t areaPx, double modelScale)
{
    const double scale = std::min(1.0, modelScale);
    return std::max<std::int64_t>(1, std::llround(static_cast<double>(areaPx) * scale * scale));
}

float countingFloor(const ScoreScale &scale)
{
    return scale.calibrated() ? -1.0F : -std::numeric_limits<float>::infinity();
}

Result<CountedMap> CountedMap::create(const CountingRules &rules, cv::Size imageSize, cv::Size mapSize, float floor,
                                      const JobContext &context)
{
    auto uncounted = uncountedPixels(rules.zones, imageSize, mapSize, context);
    if (!uncounted)
        return failFrom(std::move(uncounted));
    auto percents = thresholdPercents(rules.zones, imageSize, mapSize, context);
    if (!percents)
        return failFrom(std::move(percents));
    CountedMap counted;
    counted.m_size = mapSize;
    counted.m_uncounted = *std::move(uncounted);
    counted.m_percents = *std::move(percents);
    counted.m_minAreaPx = rules.minAreaPx;
    counted.m_floor = floor;
    return counted;
}

void CountedMap::weigh(int firstRow, cv::Mat &rows) const
{
    if (m_percents.empty())
        return;
    for (int y = 0; y < rows.rows; ++y) {
        const auto *percents = m_percents.ptr<std::uint16_t>(firstRow + y);
        auto *scores = rows.ptr<float>(y);
        for (int x = 0; x < rows.cols; ++x)
            if (percents[x] != 100)
                scores[x] *= 100.0F / static_cast<float>(percents[x]);
    }
}

Result<void> CountedMap::open(cv::Mat &map) const
{
    return openByArea(map, {m_minAreaPx, m_floor}, m_uncounted);
}

double CountedMap::scoreOf(const cv::Mat &map) const
{
    const cv::Mat counted = m_uncounted.empty() ? cv::Mat() : cv::Mat(m_uncounted == 0);
    if (map.empty() || (!counted.empty() && cv::countNonZero(counted) == 0))
        return 0.0;
    double most = 0.0;
    cv::minMaxLoc(map, nullptr, &most, nullptr, nullptr, counted);
    return most;
}

Result<double> CountedMap::render(const Render &render, const Sink &sink) const
{
    if (m_percents.empty() && m_minAreaPx <= 1 && m_uncounted.empty())
        return render(sink);
    cv::Mat whole; // only with a minimum area
    if (m_minAreaPx > 1)
        whole.create(m_size, CV_32FC1);
    double most = 0.0;
    bool any = false;
    const auto score = render([&](int firstRow, const cv::Mat &rows) -> Result<void> {
        if (m_minAreaPx > 1) {
            cv::Mat part = whole.rowRange(firstRow, firstRow + rows.rows);
            rows.copyTo(part);
            weigh(firstRow, part);
            return {};
        }
        cv::Mat weighed = m_percents.empty() ? rows : rows.clone();
        weigh(firstRow, weighed);
        const cv::Mat counted =
            m_uncounted.empty() ? cv::Mat() : cv::Mat(m_uncounted.rowRange(firstRow, firstRow + rows.rows) == 0);
        if (counted.empty() || cv::countNonZero(counted) > 0) {
            double here = 0.0;
            cv::minMaxLoc(weighed, nullptr, &here, nullptr, nullptr, counted);
            most = any ? std::max(most, here) : here;
            any = true;
        }
        return sink(firstRow, weighed);
    });
    if (!score)
        return score;
    if (m_minAreaPx <= 1)
        return most;
    if (auto opened = open(whole); !opened)
        return failFrom(std::move(opened));
    if (auto passed = sink(0, whole); !passed)
        return failFrom(std::move(passed));
    return scoreOf(whole);
}

} // namespace patina
