#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/project/contents.h"
#include "core/scoring/score_map.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace patina {

/// What a project says of how the score map of an image counts.
struct CountingRules
{
    std::vector<Zone> zones;    ///< of the image, in its pixels
    std::int64_t minAreaPx = 1; ///< map pixels that a region needs to count

    bool operator==(const CountingRules &) const = default;
};

/// \param modelScale of the map to the image, at most 1.
CountingRules countingRulesOf(const ProjectContents &contents, const std::string &image, double modelScale);
/// Of a map, that is. \param areaPx of an image.
std::int64_t minAreaOnMap(std::int64_t areaPx, double modelScale);

/// Below this score a minimum area changes nothing: where a threshold would flag nearly every good part. 0 is the
/// median of the largest scores of good parts, and 1 their 95 % quantile, so few pixels are above it. Without a scale
/// of scores the area acts on all of them.
float countingFloor(const ScoreScale &scale);

/// The rules laid over a score map. What comes out is a map that counts by itself: its regions at a threshold are those
/// that the project wants at it. In a zone with thresholds of its own, scores are divided by their factor; then the map
/// is opened by area, over what zones leave in.
class CountedMap
{
public:
    using Sink = std::function<Result<void>(int firstRow, const cv::Mat &rows)>;
    /// Makes the rows of a map, from the top, and \returns the image score.
    using Render = std::function<Result<double>(const Sink &sink)>;

    /// \param floor as countingFloor(). Errors: those of polygonMask().
    static Result<CountedMap> create(const CountingRules &rules, cv::Size imageSize, cv::Size mapSize, float floor,
                                     const JobContext &context);

    /// CV_8UC1 of the map's size, 255 where zones leave pixels out; empty where all count.
    const cv::Mat &uncounted() const { return m_uncounted; }
    /// Of the whole map, in place: first the one, then the other.
    void weigh(cv::Mat &map) const { weigh(0, map); }
    Result<void> open(cv::Mat &map) const;
    /// The largest score of a map that counts; 0 where none does.
    double scoreOf(const cv::Mat &map) const;
    /// Renders the map that counts and \returns its score. With a minimum area it is held whole, 4 bytes a pixel and
    /// those of openByArea(); else row by row. Errors: those of `render`, `sink` and openByArea().
    Result<double> render(const Render &render, const Sink &sink) const;

private:
    CountedMap() = default;
    void weigh(int firstRow, cv::Mat &rows) const;

    cv::Size m_size;
    cv::Mat m_uncounted;
    cv::Mat m_percents;
    std::int64_t m_minAreaPx = 1;
    float m_floor = 0.0F;
};

} // namespace patina
