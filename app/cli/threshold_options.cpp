#include "app/cli/threshold_options.h"

#include "app/cli/group_option.h"
#include "core/metrics/label_policy.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina::cli {

namespace {

constexpr double largestPrice = 1e12;
/// Open intervals, in which rates and shares lie.
constexpr double leastShare = 1e-9;

RuleText ruleOf(const std::string &text)
{
    return parseRuleText(text).value_or(RuleText());
}

bool isBounded(RuleKind kind)
{
    return kind == RuleKind::MaxEscape || kind == RuleKind::MaxOverkill;
}

ThresholdSide sideOf(const RuleOptions &options, RuleKind kind)
{
    return options.sets == "review"   ? ThresholdSide::Review
           : options.sets == "reject" ? ThresholdSide::Reject
           : options.sets == "both"   ? ThresholdSide::Both
                                      : usualSide(kind);
}

[[noreturn]] void refuse(const char *option, const std::string &sentence)
{
    throw CLI::ValidationError(option, sentence);
}

/// An option is given exactly where a rule has a use for it, or at most there.
void checkUse(const RuleOptions &options)
{
    const auto any = [&](auto &&wants) {
        return std::ranges::any_of(options.rules, [&](const std::string &text) { return wants(ruleOf(text)); });
    };
    const bool bounded = any([](const RuleText &rule) { return isBounded(rule.kind); });
    const bool lacksRate = any([](const RuleText &rule) { return isBounded(rule.kind) && !rule.number; });
    if (lacksRate && !options.bound)
        refuse("--bound", "max-escape and max-overkill take a rate, such as --bound 0.01");
    if (!lacksRate && options.bound)
        refuse("--bound", "no rule takes it, or each has its rate behind a colon");
    if (!bounded && (options.confidence || options.point))
        refuse(options.point ? "--point" : "--confidence", "only max-escape and max-overkill take it");
    if (!options.classes.empty() && !any([](const RuleText &rule) { return rule.kind == RuleKind::MaxEscape; }))
        refuse("--class", "only max-escape takes it");
    const bool priced = any([](const RuleText &rule) { return rule.kind == RuleKind::Cost; });
    if (priced && !(options.costEscape && options.costOverkill))
        refuse("--rule", "cost takes --cost-escape and --cost-overkill");
    if (!priced && (options.costEscape || options.costOverkill || options.prevalence))
        refuse("--rule", "only cost takes --cost-escape, --cost-overkill and --prevalence");
}

void checkSides(const RuleOptions &options)
{
    if (options.rules.size() > 2)
        refuse("--rule", fmt::format("{} rules for two thresholds", options.rules.size()));
    if (options.rules.size() < 2)
        return;
    if (!options.sets.empty())
        refuse("--sets", "two rules set the threshold they usually do");
    const ThresholdSide first = sideOf(options, ruleOf(options.rules[0]).kind);
    const ThresholdSide second = sideOf(options, ruleOf(options.rules[1]).kind);
    if (first == second || first == ThresholdSide::Both || second == ThresholdSide::Both)
        refuse("--rule", fmt::format("{} and {} set the same threshold", options.rules[0], options.rules[1]));
}

CLI::Option *addRules(CLI::App &verb, RuleOptions &options)
{
    CLI::Option *rule =
        verb.add_option(
                "--rule", options.rules,
                "mean-sigma:K, quantile:RATE, f1-max, max-escape[:RATE], max-overkill[:RATE] or cost; max-escape "
                "and max-overkill may be given together")
            ->allow_extra_args(false)
            ->check(parsedBy(parseRuleText));
    verb.add_option("--class", options.classes,
                    "With max-escape: the defect classes that are each kept within the bound; default: all");
    verb.add_option("--bound", options.bound, "With max-escape, max-overkill: the rate not to exceed")
        ->check(numberWithin(leastShare, 1.0 - leastShare));
    auto *confidence = verb.add_option("--confidence", options.confidence,
                                       "How sure the rate is within the bound, by its exact upper bound; default: 0.95")
                           ->check(numberWithin(leastShare, 1.0 - leastShare));
    verb.add_flag("--point", options.point, "The counted rate is within the bound: promises nothing of other parts")
        ->excludes(confidence);
    verb.add_option("--cost-escape", options.costEscape, "With cost: price of an anomalous part that is not flagged")
        ->check(numberWithin(0.0, largestPrice));
    verb.add_option("--cost-overkill", options.costOverkill, "With cost: price of a good part that is flagged")
        ->check(numberWithin(0.0, largestPrice));
    verb.add_option("--prevalence", options.prevalence,
                    "With cost: share of anomalous parts in production; default: as in the calibration part")
        ->check(numberWithin(leastShare, 1.0 - leastShare));
    verb.add_option("--sets", options.sets,
                    "Which threshold the rule sets: review, reject or both; default: max-escape review, max-overkill "
                    "reject, others both")
        ->check(CLI::IsMember({"review", "reject", "both"}))
        ->needs(rule);
    return rule;
}

} // namespace

CLI::Option *addRuleOptions(CLI::App &verb, RuleOptions &options)
{
    CLI::Option *rule = addRules(verb, options);
    verb.add_option("--groups", options.groups, groupOptionText);
    verb.add_option("--unit", options.unit,
                    "What is counted: single (each defect, each good image) or group (each part, by its worst)")
        ->check(CLI::IsMember({"single", "group"}))
        ->capture_default_str()
        ->needs(rule);
    verb.add_option("--calibration-share", options.calibrationShare,
                    "Share of the test images that the threshold is chosen on; the others verify it")
        ->check(numberWithin(0.01, 0.99))
        ->capture_default_str()
        ->needs(rule);
    return rule;
}

void addLeastAreaOption(CLI::App &verb, LeastArea &areaPx)
{
    verb.add_option("--min-area", areaPx,
                    "Regions below this area, in pixels of the score map, do not count: they flag nothing and find "
                    "nothing; 0 or 1: all count, also where a project has a least area; default: all, of a project as "
                    "it says")
        ->check(CLI::NonNegativeNumber);
}

std::int64_t leastAreaPx(const LeastArea &areaPx)
{
    return std::max<std::int64_t>(1, areaPx.value_or(1));
}

void addThresholdOptions(CLI::App &verb, ThresholdOptions &options)
{
    verb.add_option("MODEL", options.model, "Model file (.patina)")->required();
    verb.add_option("DIR", options.folder, "Data set with test images and masks, or a project (.patinaproj)")
        ->required();
    verb.add_option("--reader", options.reader, "Whose decisions hold in a project; default: the only reader's");
    addRuleOptions(verb, options)->required();
    addLeastAreaOption(verb, options.leastArea);
    verb.add_option("--policy", options.policy,
                    "What labels count as: impurity=normal|defect|ignored,ambiguous=ignored|defect|impurity")
        ->check(parsedBy(parseLabelPolicy));
    verb.add_flag("--strict", options.strict,
                  "A bad image or folder ends the run instead of being left out; a bad mask always does");
}

void checkRuleOptions(const RuleOptions &options)
{
    checkUse(options);
    checkSides(options);
}

std::vector<PlacedRule> placedRules(const RuleOptions &options, const std::vector<std::string> &classes)
{
    std::vector<PlacedRule> rules;
    for (const std::string &text : options.rules) {
        const auto [kind, number] = ruleOf(text);
        PlacedRule &placed = rules.emplace_back();
        placed.side = sideOf(options, kind);
        placed.rule.kind = kind;
        if (kind == RuleKind::MeanSigma)
            placed.rule.sigmas = *number;
        else
            placed.rule.bound.rate = number.value_or(options.bound.value_or(placed.rule.bound.rate));
        placed.rule.bound.confidence = options.point ? std::nullopt : std::optional(options.confidence.value_or(0.95));
        placed.rule.bound.unit = options.unit == "group" ? CountUnit::Group : CountUnit::Single;
        placed.rule.classes = options.classes.empty() ? classes : options.classes;
        placed.rule.prices = {options.costEscape.value_or(1.0), options.costOverkill.value_or(1.0), options.prevalence};
    }
    return rules;
}

} // namespace patina::cli
