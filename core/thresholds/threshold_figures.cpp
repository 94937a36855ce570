#include "core/thresholds/threshold_figures.h"

#include "core/thresholds/rule_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

namespace patina {
namespace {

/// `names`: of what has failed, of its share and of its bound.
struct RateNames
{
    const char *failed;
    const char *rate;
    const char *upper;
};
constexpr RateNames escapeNames{"escaped", "escapeRate", "escapeUpper"};
constexpr RateNames overkillNames{"flagged", "overkill", "overkillUpper"};

class FigureList
{
public:
    FigureList(const ThresholdRequest &request, const ThresholdChoice &choice) : m_request(request), m_choice(choice) {}

    std::vector<NamedValue> all(const PartsNote &parts)
    {
        const std::string why = refusalText(m_choice);
        const auto threshold = [&](const std::string &name, double value) {
            const std::optional<double> some(value);
            maybe("threshold." + name, why.empty() ? some : std::nullopt, why);
            maybe("nearest." + name, why.empty() ? std::nullopt : some, "the rules are met");
        };
        threshold("review", m_choice.thresholds->review);
        threshold("reject", m_choice.thresholds->reject);
        add("met", why.empty());
        addRuleOf(ThresholdSide::Review, "review");
        addRuleOf(ThresholdSide::Reject, "reject");
        addPart("calibration.", m_choice.calibration);
        addPart("acceptance.", m_choice.acceptance);
        add("calibration.images.sha256", parts.calibrationSha256);
        add("acceptance.images.sha256", parts.acceptanceSha256);
        addCosts();
        add("parts", parts.how);
        add("unit", std::string(m_request.unit == CountUnit::Single ? "single" : "group"));
        add("confidence", m_request.confidence);
        maybe("calibrationShare", parts.dealt ? std::optional(m_request.calibrationShare) : std::nullopt,
              "the calibration images are named");
        add("seed", m_request.seed);
        add("calibrated", m_request.model.has_value());
        add("minAreaPx", m_request.minAreaPx);
        return std::move(m_values);
    }

private:
    template <typename T>
    void add(const std::string &name, T value)
    {
        m_values.push_back({name, std::move(value), {}});
    }
    void maybe(const std::string &name, const std::optional<double> &value, const std::string &why)
    {
        if (value)
            add(name, *value);
        else
            m_values.push_back({name, std::monostate(), why});
    }

    void addRate(const std::string &prefix, const RateCount &count, const RateNames &names, const std::string &why)
    {
        add(prefix + "total", count.total);
        add(prefix + names.failed, count.failed);
        const auto share = [&](const char *name, double value) {
            maybe(prefix + name, count.total > 0 ? std::optional(value) : std::nullopt, why);
        };
        share(names.rate, count.total > 0 ? static_cast<double>(count.failed) / static_cast<double>(count.total) : 0.0);
        share("low", count.wilson95.low);
        share("high", count.wilson95.high);
        share(names.upper, count.upper);
    }

    void addPart(const std::string &part, const Verification &counts)
    {
        add(part + "groups", counts.groups);
        add(part + "images.good", counts.goodImages);
        add(part + "images.anomalous", counts.anomalousImages);
        for (const auto &[name, escaped, passed] : counts.defects) {
            const std::string prefix = fmt::format("{}defects.{}.", part, name);
            addRate(prefix, escaped, escapeNames, fmt::format("there is no outlined defect of class {}", name));
            add(prefix + "belowReject", passed.failed);
        }
        addRate(part + "at.review.good.", counts.lookedAt, overkillNames, "there is no good image");
        addRate(part + "at.reject.good.", counts.rejected, overkillNames, "there is no good image");
    }

    /// Which rule has set a threshold, and what the acceptance part says of its bound.
    void addRuleOf(ThresholdSide side, const std::string &name)
    {
        const auto placed = std::ranges::find_if(m_request.rules, [&](const PlacedRule &rule) {
            return rule.side == side || rule.side == ThresholdSide::Both;
        });
        if (placed == m_request.rules.end()) {
            maybe("rule." + name, {}, movedAlongText(m_request, m_choice, side));
            maybe("acceptance.verdict." + name, {}, "no rule sets it");
            return;
        }
        const std::string moved = movedAlongText(m_request, m_choice, side);
        add("rule." + name, ruleSentence(placed->rule) + (moved.empty() ? "" : "; " + moved));
        if (const auto &verdict = m_choice.verdicts[static_cast<std::size_t>(placed - m_request.rules.begin())])
            add("acceptance.verdict." + name, std::string(boundVerdictName(*verdict)));
        else
            maybe("acceptance.verdict." + name, {}, "the rule has no bound");
    }

    void addCosts()
    {
        if (std::ranges::none_of(m_request.rules,
                                 [](const PlacedRule &placed) { return placed.rule.kind == RuleKind::Cost; }))
            return;
        const char *why = "there are no good or no anomalous images";
        maybe("calibration.cost", m_choice.calibrationCost, why);
        maybe("acceptance.cost", m_choice.acceptanceCost, why);
    }

    const ThresholdRequest &m_request;
    const ThresholdChoice &m_choice;
    std::vector<NamedValue> m_values;
};

} // namespace

std::string refusalText(const ThresholdChoice &choice)
{
    std::vector<std::string> sentences;
    for (const RuleAnswer &answer : choice.answers)
        if (!answer.threshold)
            sentences.push_back(answer.why);
    return fmt::format("{}", fmt::join(sentences, "; "));
}

std::vector<NamedValue> thresholdFigures(const ThresholdRequest &request, const ThresholdChoice &choice,
                                         const PartsNote &parts)
{
    return FigureList(request, choice).all(parts);
}

} // namespace patina
