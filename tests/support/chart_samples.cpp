#include "tests/support/chart_samples.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace patina::testing {

namespace {

struct Kind
{
    const char *name;
    double mean;
    double spread;
    int count;
};
const std::vector<Kind> kKinds{
    {"scratch", 1.25, 0.3, 84}, {"dent", 1.05, 0.22, 41}, {"crack", 1.5, 0.4, 23}, {"stain at the rim", 0.85, 0.2, 12}};
const Kind kGood{"good", 0.42, 0.14, 4200};

std::vector<double> scoresOf(const Kind &kind, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> score(kind.mean, kind.spread);
    std::vector<double> scores(static_cast<std::size_t>(kind.count));
    for (double &s : scores)
        s = std::max(0.02, score(random));
    std::ranges::sort(scores);
    return scores;
}

void addPoint(ChartSeries &series, double x, double hits, double trials)
{
    const double z = 1.96;
    const double p = hits / trials;
    const double middle = (p + z * z / (2 * trials)) / (1 + z * z / trials);
    const double half = z / (1 + z * z / trials) * std::sqrt(p * (1 - p) / trials + z * z / (4 * trials * trials));
    series.points.push_back({x, p});
    series.low.push_back(std::max(0.0, middle - half));
    series.high.push_back(std::min(1.0, middle + half));
}

/// Share of scores at or above.
double shareFrom(const std::vector<double> &scores, double threshold)
{
    const auto first = std::ranges::lower_bound(scores, threshold);
    return static_cast<double>(scores.end() - first) / static_cast<double>(scores.size());
}

ChartAxis percent(const QString &label)
{
    return {label, 0.0, 1.0, false, ChartUnit::Percent};
}

} // namespace

std::vector<ChartMark> sampleMarks()
{
    return {{QStringLiteral("review"), QStringLiteral("Review"), 0.62, true, QColor(0xff9a6700), 0.01},
            {QStringLiteral("reject"), QStringLiteral("Reject"), 0.94, true, QColor(0xffc2410c), 0.01}};
}

ChartSample recallSample()
{
    ChartSample sample{
        {QStringLiteral("Threshold"), 0.0, {}, false, ChartUnit::Number}, percent("Recall"), {}, sampleMarks()};
    for (std::size_t k = 0; k < kKinds.size(); ++k) {
        const std::vector<double> scores = scoresOf(kKinds[k], static_cast<unsigned>(k) + 1);
        ChartSeries series;
        series.name = QString::fromLatin1(kKinds[k].name);
        series.step = true;
        const auto count = static_cast<double>(scores.size());
        addPoint(series, 0.0, count, count);
        for (std::size_t i = 0; i < scores.size(); ++i)
            addPoint(series, scores[i], count - static_cast<double>(i), count);
        addPoint(series, 2.4, 0.0, count);
        sample.series.push_back(series);
    }
    return sample;
}

ChartSample rocSample()
{
    ChartSample sample{percent("False alarms"), percent("Recall"), {}, {}};
    const std::vector<double> good = scoresOf(kGood, 9);
    for (std::size_t k = 0; k < kKinds.size(); ++k) {
        const std::vector<double> scores = scoresOf(kKinds[k], static_cast<unsigned>(k) + 1);
        ChartSeries series;
        series.name = QString::fromLatin1(kKinds[k].name);
        for (int i = 250; i >= 0; --i)
            series.points.push_back({shareFrom(good, i / 100.0), shareFrom(scores, i / 100.0)});
        sample.series.push_back(series);
    }
    return sample;
}

ChartSample precisionRecallSample()
{
    ChartSample sample{percent("Recall"), percent("Precision"), {}, {}};
    const std::vector<double> good = scoresOf(kGood, 9);
    for (std::size_t k = 0; k < 2; ++k) {
        const std::vector<double> scores = scoresOf(kKinds[k], static_cast<unsigned>(k) + 1);
        ChartSeries series;
        series.name = QString::fromLatin1(kKinds[k].name);
        for (int i = 250; i >= 0; --i) {
            const double found = shareFrom(scores, i / 100.0) * static_cast<double>(scores.size());
            const double alarms = shareFrom(good, i / 100.0) * static_cast<double>(good.size());
            if (found > 0.0)
                series.points.push_back({found / static_cast<double>(scores.size()), found / (found + alarms)});
        }
        sample.series.push_back(series);
    }
    return sample;
}

ChartSample recallBySizeSample()
{
    ChartSample sample{{QStringLiteral("Size in mm"), {}, {}, true, ChartUnit::Number}, percent("Recall"), {}, {}};
    for (int k = 0; k < 3; ++k) {
        ChartSeries series;
        series.name = QString::fromLatin1(kKinds[static_cast<std::size_t>(k)].name);
        series.dots = true;
        for (int i = 0; i < 5; ++i) {
            const double trials = 8.0 + 9.0 * i;
            const double hits = std::round(trials * std::min(1.0, 0.4 + 0.13 * i + 0.06 * k));
            addPoint(series, 0.05 * std::pow(2.6, i) * (1.0 + 0.08 * k), hits, trials);
        }
        sample.series.push_back(series);
    }
    return sample;
}

ChartBins histogramSample()
{
    ChartBins bins;
    for (int i = 0; i <= 60; ++i)
        bins.edges.push_back(i * 0.04);
    std::vector<Kind> kinds{kGood};
    kinds.insert(kinds.end(), kKinds.begin(), kKinds.end());
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        BinSeries series{QString::fromLatin1(kinds[k].name), {}, -1, std::vector<double>(60, 0.0)};
        for (const double score : scoresOf(kinds[k], static_cast<unsigned>(k) + 20))
            ++series.counts[static_cast<std::size_t>(std::clamp(score / 0.04, 0.0, 59.0))];
        bins.series.push_back(series);
    }
    return bins;
}

std::vector<ChartSeries> heavySample(int series, int points)
{
    std::vector<ChartSeries> all;
    for (int s = 0; s < series; ++s) {
        ChartSeries one;
        one.name = QStringLiteral("class %1").arg(s + 1);
        one.step = s % 2 == 0;
        for (int i = 0; i < points; ++i) {
            const double x = 2.4 * i / points;
            const double y = 1.0 / (1.0 + std::exp((x - 0.6 - 0.1 * s) * 6.0));
            one.points.push_back({x, y});
            one.low.push_back(std::max(0.0, y - 0.05));
            one.high.push_back(std::min(1.0, y + 0.05));
        }
        all.push_back(one);
    }
    return all;
}

} // namespace patina::testing
