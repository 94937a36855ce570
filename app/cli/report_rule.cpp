#include "app/cli/report_rule.h"

#include "core/thresholds/rule_words.h"
#include "core/thresholds/verdict_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>
#include <utility>
#include <vector>

namespace patina::cli {

namespace {

std::string partSentence(const char *name, const Verification &counts)
{
    return fmt::format("{}: {} groups, {} good and {} anomalous images", name, counts.groups, counts.goodImages,
                       counts.anomalousImages);
}

} // namespace

std::string withRule(std::string command, const std::string &words)
{
    for (const char *option : {" --review ", " --reject "})
        if (const std::size_t at = command.find(option); at != std::string::npos)
            command.erase(at, command.find(' ', at + std::string_view(option).size()) - at);
    return command.insert(command.rfind(" --json"), words);
}

void tellRule(const RuledThresholds &ruled, ReportInput &input)
{
    const ThresholdChoice choice = ruled.countedOn(input.evaluation);
    std::vector<std::string> rules;
    for (const PlacedRule &placed : ruled.request.rules)
        rules.push_back(ruleSentence(placed.rule));
    input.thresholds.source = "a rule, on images that no figure of this report is quoted on";
    input.thresholds.how =
        fmt::format("by the rule {}; {}. {}. {}: the figures of this report are of these.", fmt::join(rules, " and "),
                    ruled.parts.how, partSentence("Chosen on the calibration part", choice.calibration),
                    partSentence("Acceptance part", choice.acceptance));
    for (const auto &[name, side] :
         {std::pair("Review", ThresholdSide::Review), std::pair("Reject", ThresholdSide::Reject)})
        if (const std::string moved = movedAlongText(ruled.request, choice, side); !moved.empty())
            input.thresholds.how += fmt::format(" {}: {}.", name, moved);
    for (const std::string &verdict : verdictTexts(ruled.request, choice))
        input.thresholds.how += fmt::format(" {}.", verdict);
    input.thresholds.whyNone.clear();
    input.rule = ReportRule{ruled.request, choice, ruled.parts};
}

} // namespace patina::cli
