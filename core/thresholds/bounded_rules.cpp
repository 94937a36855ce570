#include "core/thresholds/bounded_rules.h"

#include "core/metrics/intervals.h"
#include "core/thresholds/rate_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace patina {
namespace {

std::optional<std::int64_t> mostWithin(const RateBound &bound, std::int64_t total)
{
    return bound.confidence ? mostSeenWithin(bound.rate, total, *bound.confidence)
                            : std::optional(mostByEstimate(bound.rate, total));
}

/// "no escape among 57 defects of class crack bounds the rate at 5.1 %"
std::string noneSeenText(const std::string &what, std::int64_t total, double confidence)
{
    return fmt::format("{} bounds the rate at {}", what, rateText(noneSeenUpper(total, confidence)));
}

std::string neededText(const RateBound &bound, double confidence)
{
    return fmt::format("with {} confidence; {} needs {}", boundText(confidence), boundText(bound.rate),
                       trialsForUpper(bound.rate, confidence));
}

/// What the peaks of a class belong to.
std::string escapingText(std::int64_t total, const std::string &className, CountUnit unit)
{
    return unit == CountUnit::Single ? fmt::format("{} defects of class {}", total, className)
                                     : fmt::format("{} groups with defects of class {}", total, className);
}

RuleRefusal noDefect(const std::string &className)
{
    RuleRefusal refusal;
    refusal.kind = RuleRefusal::Kind::NoDefect;
    refusal.className = className;
    return refusal;
}

RuleRefusal noGood()
{
    RuleRefusal refusal;
    refusal.kind = RuleRefusal::Kind::NoGood;
    return refusal;
}

RuleRefusal tooFewUnits(const RateBound &bound, std::vector<RuleRefusal::Few> few)
{
    RuleRefusal refusal;
    refusal.kind = RuleRefusal::Kind::TooFew;
    refusal.few = std::move(few);
    refusal.groups = bound.unit == CountUnit::Group;
    refusal.rate = bound.rate;
    refusal.confidence = *bound.confidence;
    refusal.needed = trialsForUpper(bound.rate, *bound.confidence);
    return refusal;
}

} // namespace

std::int64_t mostByEstimate(double rate, std::int64_t total)
{
    // 0.07 * 100 is 7.000000000000001, and 0.29 * 100 is 28.999999999999996.
    const auto most = static_cast<std::int64_t>(std::floor(rate * static_cast<double>(total) * (1.0 + 1e-12)));
    return std::min(most, total - 1);
}

double lowestWithAtMost(const std::vector<double> &rising, std::int64_t most)
{
    assert(most >= 0 && most < std::ssize(rising));
    return justAbove(rising[rising.size() - 1 - static_cast<std::size_t>(most)]);
}

RuleAnswer maxEscapeRule(const CalibrationData &data, const std::vector<std::string> &classes, const RateBound &bound)
{
    assert(!classes.empty());
    std::optional<double> answer;
    std::optional<double> nearest;
    std::vector<std::string> tooFew;
    std::vector<RuleRefusal::Few> few;
    for (const std::string &name : classes) {
        const std::vector<double> peaks = escapePeaks(data, name, bound.unit);
        const std::int64_t total = std::ssize(peaks);
        if (total == 0)
            return RuleAnswer::cannot(
                noDefect(name),
                fmt::format("max-escape cannot be met: the calibration part has no outlined defect of class {}", name));
        nearest = std::min(nearest.value_or(peaks.front()), peaks.front());
        if (const auto most = mostWithin(bound, total)) {
            const double highest = peaks[static_cast<std::size_t>(*most)];
            answer = std::min(answer.value_or(highest), highest);
        } else {
            few.push_back({name, total, noneSeenUpper(total, *bound.confidence)});
            tooFew.push_back(
                noneSeenText("no escape among " + escapingText(total, name, bound.unit), total, *bound.confidence));
        }
    }
    if (tooFew.empty())
        return RuleAnswer::of(*answer);
    return RuleAnswer::cannot(tooFewUnits(bound, std::move(few)),
                              fmt::format("max-escape cannot be met: {} {}; nearest is {:g}, where none escapes",
                                          fmt::join(tooFew, ", "), neededText(bound, *bound.confidence), *nearest),
                              nearest);
}

RuleAnswer maxOverkillRule(const CalibrationData &data, const RateBound &bound)
{
    const std::vector<double> peaks = overkillPeaks(data, bound.unit);
    const std::int64_t total = std::ssize(peaks);
    if (total == 0)
        return RuleAnswer::cannot(noGood(), "max-overkill cannot be met: the calibration part has no good image");
    if (const auto most = mostWithin(bound, total))
        return RuleAnswer::of(lowestWithAtMost(peaks, *most));
    const std::string units = bound.unit == CountUnit::Single ? "good images" : "groups with good images";
    const double nearest = justAbove(peaks.back());
    return RuleAnswer::cannot(
        tooFewUnits(bound, {{{}, total, noneSeenUpper(total, *bound.confidence)}}),
        fmt::format("max-overkill cannot be met: {} {}; nearest is {:g}, where none is flagged",
                    noneSeenText(fmt::format("no overkill among {} {}", total, units), total, *bound.confidence),
                    neededText(bound, *bound.confidence), nearest),
        nearest);
}

} // namespace patina
