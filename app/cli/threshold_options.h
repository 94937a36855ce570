#pragma once

#include "app/cli/command_line.h"
#include "core/thresholds/threshold_choice.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace patina::cli {

/// --min-area. None: not given; 0 or 1: regions of any size count.
using LeastArea = std::optional<std::int64_t>;
void addLeastAreaOption(CLI::App &verb, LeastArea &areaPx);
/// In pixels, at least 1; where it is not given regions of any size count.
std::int64_t leastAreaPx(const LeastArea &areaPx);

/// Rules and what they take.
struct RuleOptions
{
    std::vector<std::string> rules; ///< as parseRuleText() reads them
    std::vector<std::string> classes;
    std::optional<double> bound;
    std::optional<double> confidence;
    bool point = false;
    std::optional<double> costEscape;
    std::optional<double> costOverkill;
    std::optional<double> prevalence;
    std::string sets; ///< review, reject, both; empty: what the rule usually sets
    std::string unit = "single";
    std::string groups; ///< a file or a regular expression; empty: those of the data set
    double calibrationShare = 0.5;
    std::int64_t minAreaPx = 1; ///< that was counted by, for what is said
};

/// What `threshold` is called with.
struct ThresholdOptions : RuleOptions
{
    std::string model;
    std::string folder;
    std::string policy;
    std::string reader; ///< of a project
    LeastArea leastArea;
    bool strict = false;
};

/// The options of rules, of the parts and of what is counted. \returns --rule, which the others belong to.
CLI::Option *addRuleOptions(CLI::App &verb, RuleOptions &options);

void addThresholdOptions(CLI::App &verb, ThresholdOptions &options);

/// Throws what CLI11 reports as wrong usage: options that no rule has a use for, or that one lacks; two rules that set
/// the same threshold.
void checkRuleOptions(const RuleOptions &options);

/// The rules of options that have been checked. \param classes where none is named.
std::vector<PlacedRule> placedRules(const RuleOptions &options, const std::vector<std::string> &classes);

} // namespace patina::cli
