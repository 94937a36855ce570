#include "core/metrics/rank_curve.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace patina {
namespace {

struct Totals
{
    double negatives = 0.0;
    double positives = 0.0;
};

Totals totalsOf(std::span<const RankStep> steps)
{
    Totals totals;
    for (const RankStep &step : steps) {
        totals.negatives += step.negatives;
        totals.positives += step.positives;
    }
    return totals;
}

} // namespace

std::vector<RankStep> rankSteps(std::vector<RankedScore> scores)
{
    std::sort(scores.begin(), scores.end(),
              [](const RankedScore &a, const RankedScore &b) { return a.score > b.score; });
    std::vector<RankStep> steps;
    for (const RankedScore &score : scores) {
        if (steps.empty() || steps.back().threshold != score.score)
            steps.push_back({score.score, 0.0, 0.0, 0.0});
        (score.positive ? steps.back().positives : steps.back().negatives) += 1.0;
    }
    return steps;
}

double aurocOf(std::span<const RankStep> steps)
{
    const Totals totals = totalsOf(steps);
    assert(totals.negatives > 0.0 && totals.positives > 0.0);
    double area = 0.0;
    double found = 0.0;
    for (const RankStep &step : steps) {
        area += step.negatives * (found + 0.5 * step.positives);
        found += step.positives;
    }
    return area / totals.negatives / totals.positives;
}

double averagePrecisionOf(std::span<const RankStep> steps)
{
    const Totals totals = totalsOf(steps);
    assert(totals.positives > 0.0);
    double sum = 0.0;
    double found = 0.0;
    double flagged = 0.0;
    for (const RankStep &step : steps) {
        found += step.positives;
        flagged += step.positives + step.negatives;
        if (step.positives > 0.0)
            sum += step.positives * found / flagged;
    }
    return sum / totals.positives;
}

BestF1 bestF1Of(std::span<const RankStep> steps)
{
    const Totals totals = totalsOf(steps);
    assert(totals.positives > 0.0);
    BestF1 best;
    double found = 0.0;
    double flagged = 0.0;
    for (const RankStep &step : steps) {
        found += step.positives;
        flagged += step.positives + step.negatives;
        const double f1 = 2.0 * found / (flagged + totals.positives);
        if (f1 > best.f1)
            best = {f1, step.threshold};
    }
    return best;
}

double passedGoodOf(std::span<const RankStep> steps, int percent)
{
    const Totals totals = totalsOf(steps);
    assert(totals.negatives > 0.0 && totals.positives > 0.0);
    double passedBad = totals.positives;
    double passedGood = totals.negatives;
    for (const RankStep &step : steps) {
        if (passedBad * 100.0 <= percent * totals.positives)
            break; // the next step stops it, and good ones with it
        passedBad -= step.positives;
        passedGood -= step.negatives;
    }
    return passedGood / totals.negatives;
}

double stoppedBadOf(std::span<const RankStep> steps, int percent)
{
    const Totals totals = totalsOf(steps);
    assert(totals.negatives > 0.0 && totals.positives > 0.0);
    double stoppedBad = 0.0;
    double stoppedGood = 0.0;
    for (const RankStep &step : steps) {
        stoppedGood += step.negatives;
        if (stoppedGood * 100.0 > percent * totals.negatives)
            break;
        stoppedBad += step.positives;
    }
    return stoppedBad / totals.positives;
}

double auproOf(std::span<const RankStep> steps, std::int64_t regions, double fprLimit)
{
    const double negatives = totalsOf(steps).negatives;
    assert(negatives > 0.0 && regions > 0 && fprLimit > 0.0 && fprLimit <= 1.0);
    double area = 0.0;
    double flagged = 0.0;
    double overlap = 0.0;
    CurvePoint last;
    for (const RankStep &step : steps) {
        flagged += step.negatives;
        overlap += step.overlap;
        const double fpr = flagged / negatives;
        const double pro = overlap / static_cast<double>(regions);
        if (fpr >= fprLimit && fpr > last.x) {
            const double atLimit = last.y + (pro - last.y) * (fprLimit - last.x) / (fpr - last.x);
            area += (fprLimit - last.x) * 0.5 * (last.y + atLimit);
            break;
        }
        area += (fpr - last.x) * 0.5 * (last.y + pro);
        last = {fpr, pro, 0.0};
    }
    return std::min(area / fprLimit, 1.0);
}

std::vector<CurvePoint> rocCurve(std::span<const RankStep> steps)
{
    const Totals totals = totalsOf(steps);
    std::vector<CurvePoint> points{{0.0, 0.0, std::numeric_limits<double>::infinity()}};
    Totals passed;
    for (const RankStep &step : steps) {
        passed.negatives += step.negatives;
        passed.positives += step.positives;
        points.push_back({passed.negatives / totals.negatives, passed.positives / totals.positives, step.threshold});
    }
    return points;
}

std::vector<CurvePoint> prCurve(std::span<const RankStep> steps)
{
    const Totals totals = totalsOf(steps);
    std::vector<CurvePoint> points{{0.0, 1.0, std::numeric_limits<double>::infinity()}};
    double found = 0.0;
    double flagged = 0.0;
    for (const RankStep &step : steps) {
        found += step.positives;
        flagged += step.positives + step.negatives;
        points.push_back({found / totals.positives, found / flagged, step.threshold});
    }
    return points;
}

std::vector<CurvePoint> proCurve(std::span<const RankStep> steps, std::int64_t regions)
{
    const double negatives = totalsOf(steps).negatives;
    std::vector<CurvePoint> points{{0.0, 0.0, std::numeric_limits<double>::infinity()}};
    double flagged = 0.0;
    double overlap = 0.0;
    for (const RankStep &step : steps) {
        flagged += step.negatives;
        overlap += step.overlap;
        points.push_back({flagged / negatives, std::min(overlap / static_cast<double>(regions), 1.0), step.threshold});
    }
    return points;
}

std::vector<CurvePoint> thinned(const std::vector<CurvePoint> &points, double spacing)
{
    std::vector<CurvePoint> kept;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const CurvePoint &point = points[i];
        const bool apart = kept.empty() || std::abs(point.x - kept.back().x) >= spacing ||
                           std::abs(point.y - kept.back().y) >= spacing;
        if (apart || i + 1 == points.size())
            kept.push_back(point);
    }
    return kept;
}

} // namespace patina
