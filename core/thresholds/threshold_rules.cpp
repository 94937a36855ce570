#include "core/thresholds/threshold_rules.h"

#include "core/metrics/rank_curve.h"
#include "core/thresholds/bounded_rules.h"
#include "core/thresholds/counting_units.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace patina {
namespace {

RuleRefusal refusalOf(RuleRefusal::Kind kind, const CalibrationData &data)
{
    RuleRefusal refusal;
    refusal.kind = kind;
    refusal.good = std::ssize(data.good);
    refusal.anomalous = std::ssize(data.anomalous);
    return refusal;
}

std::optional<RuleAnswer> refusalWithoutBoth(const CalibrationData &data, const char *rule)
{
    if (!data.good.empty() && !data.anomalous.empty())
        return std::nullopt;
    return RuleAnswer::cannot(refusalOf(RuleRefusal::Kind::LacksOneKind, data),
                              fmt::format("{} cannot be met: the calibration part has {} good and {} anomalous images; "
                                          "it takes at least one of each",
                                          rule, data.good.size(), data.anomalous.size()));
}

std::vector<double> risingPeaks(const std::vector<JudgedImage> &images)
{
    std::vector<double> peaks;
    for (const JudgedImage &image : images)
        peaks.push_back(image.peak);
    std::ranges::sort(peaks);
    return peaks;
}

/// The cost of one part, from how many of each kind are on the wrong side.
class PartCost
{
public:
    PartCost(const CostPrices &prices, std::size_t good, std::size_t anomalous)
    {
        assert(good > 0 && anomalous > 0);
        const auto bad = static_cast<double>(anomalous);
        const double prevalence = prices.prevalence.value_or(bad / (bad + static_cast<double>(good)));
        m_escape = prices.escape * prevalence / bad;
        m_overkill = prices.overkill * (1.0 - prevalence) / static_cast<double>(good);
    }

    double of(std::int64_t escaped, std::int64_t flagged) const
    {
        return m_escape * static_cast<double>(escaped) + m_overkill * static_cast<double>(flagged);
    }

private:
    double m_escape = 0.0;
    double m_overkill = 0.0;
};

} // namespace

RuleAnswer meanSigmaRule(const CalibrationData &data, double sigmas)
{
    if (data.good.size() < 2)
        return RuleAnswer::cannot(
            refusalOf(RuleRefusal::Kind::TooFewGood, data),
            fmt::format("mean-sigma cannot be met: the calibration part has {} good images; it takes at least two",
                        data.good.size()));
    // Sorted, so that sums do not depend on the order of the images.
    const std::vector<double> peaks = risingPeaks(data.good);
    const auto count = static_cast<double>(peaks.size());
    double mean = 0.0;
    for (const double peak : peaks)
        mean += peak / count;
    double variance = 0.0;
    for (const double peak : peaks)
        variance += (peak - mean) * (peak - mean) / count;
    if (peaks.front() == peaks.back())
        return RuleAnswer::cannot(
            refusalOf(RuleRefusal::Kind::OneScore, data),
            fmt::format("mean-sigma cannot be met: all {} good images have the same score {:g}; nearest is just above "
                        "it",
                        peaks.size(), peaks.front()),
            justAbove(peaks.back()));
    return RuleAnswer::of(mean + sigmas * std::sqrt(variance));
}

RuleAnswer quantileRule(const CalibrationData &data, double overkill)
{
    if (data.good.empty())
        return RuleAnswer::cannot(refusalOf(RuleRefusal::Kind::NoGood, data),
                                  "quantile cannot be met: the calibration part has no good image");
    const std::vector<double> peaks = risingPeaks(data.good);
    return RuleAnswer::of(lowestWithAtMost(peaks, mostByEstimate(overkill, std::ssize(peaks))));
}

RuleAnswer f1MaxRule(const CalibrationData &data)
{
    if (auto refusal = refusalWithoutBoth(data, "f1-max"))
        return *refusal;
    std::vector<RankedScore> scores;
    for (const JudgedImage &image : data.good)
        scores.push_back({image.peak, false});
    for (const JudgedImage &image : data.anomalous)
        scores.push_back({image.peak, true});
    return RuleAnswer::of(bestF1Of(rankSteps(std::move(scores))).threshold);
}

double expectedCost(const CalibrationData &data, const CostPrices &prices, double threshold)
{
    return PartCost(prices, data.good.size(), data.anomalous.size())
        .of(countBelow(risingPeaks(data.anomalous), threshold), countAtOrAbove(risingPeaks(data.good), threshold));
}

RuleAnswer costRule(const CalibrationData &data, const CostPrices &prices)
{
    if (auto refusal = refusalWithoutBoth(data, "cost"))
        return *refusal;
    const std::vector<double> good = risingPeaks(data.good);
    const std::vector<double> anomalous = risingPeaks(data.anomalous);
    // Between two peaks nothing changes: one threshold for each peak, and one above all.
    std::vector<double> candidates = good;
    candidates.insert(candidates.end(), anomalous.begin(), anomalous.end());
    candidates.push_back(justAbove(std::max(good.back(), anomalous.back())));
    std::ranges::sort(candidates);
    const PartCost cost(prices, good.size(), anomalous.size());
    double best = candidates.front();
    double least = cost.of(0, std::ssize(good));
    for (const double candidate : candidates) {
        const double here = cost.of(countBelow(anomalous, candidate), countAtOrAbove(good, candidate));
        if (here < least) {
            least = here;
            best = candidate;
        }
    }
    return RuleAnswer::of(best);
}

} // namespace patina
