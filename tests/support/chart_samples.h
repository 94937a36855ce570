#pragma once

#include "ui/charts/chart_data.h"

#include <vector>

namespace patina::testing {

/// What the charts of an evaluation look like, from invented scores: the same in every run.
struct ChartSample
{
    ChartAxis x;
    ChartAxis y;
    std::vector<ChartSeries> series;
    std::vector<ChartMark> marks;
};

/// Review at 0.62, reject at 0.94.
std::vector<ChartMark> sampleMarks();
/// Recall of four classes against the threshold, with 95 % Wilson intervals.
ChartSample recallSample();
ChartSample rocSample();
ChartSample precisionRecallSample();
ChartSample recallBySizeSample();
/// Sixty bins; thousands of good images and a few defects.
ChartBins histogramSample();
/// As many curves with bands as asked for, of so many points.
std::vector<ChartSeries> heavySample(int series, int points);

} // namespace patina::testing
