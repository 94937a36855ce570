#include "core/report/report_text.h"
#include "core/report/sections.h"
#include "core/thresholds/rule_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace patina {

namespace {

Figure complement(const Figure &share)
{
    return share.value ? Figure::of(1.0 - *share.value) : share;
}

ReportTiles::Tile escapeTile(const char *label, const OperatingPoint &point)
{
    const DefectCount &all = point.defects.back();
    if (all.total == 0)
        return {label, "-", "no outlined defects"};
    return {label, ofText(all.total - all.found, all.total),
            fmt::format("{}, 95 % interval {}", percentText(complement(all.recall)),
                        percentRangeText(complement(all.high), complement(all.low)))};
}

ReportTiles::Tile overkillTile(const char *label, const OperatingPoint &point)
{
    if (!point.goodFlagged.value)
        return {label, "-", point.goodFlagged.why};
    return {label, ofText(static_cast<std::int64_t>(*point.goodFlagged.value), point.goodImages),
            fmt::format("{}, 95 % interval {}", percentText(point.overkill),
                        percentRangeText(point.overkillLow, point.overkillHigh))};
}

/// Class by class, the one with the lowest recall first.
std::string worstClassText(const OperatingPoint &review)
{
    std::vector<const DefectCount *> classes;
    for (const DefectCount &one : review.defects)
        if (one.name != "all" && one.recall.value)
            classes.push_back(&one);
    if (classes.size() < 2)
        return {};
    const DefectCount &worst =
        **std::ranges::min_element(classes, {}, [](const DefectCount *one) { return *one->recall.value; });
    return fmt::format(" The class found least often at review is {}: {} ({}).", worst.name,
                       ofText(worst.found, worst.total), percentText(worst.recall));
}

/// Whether the rule is met comes before any figure. What the quoted images do not show must not be overlooked.
void addRuleOutcomes(const ReportInput &input, ReportBlocks &blocks)
{
    if (!input.rule)
        return;
    for (RuleOutcome &outcome : ruleOutcomes(input.rule->request, input.rule->choice))
        if (outcome.shown)
            blocks.emplace_back(ReportParagraph{std::move(outcome.sentence)});
        else
            blocks.emplace_back(ReportNote{std::move(outcome.sentence)});
}

} // namespace

std::string ofText(std::int64_t count, std::int64_t total)
{
    return fmt::format("{} of {}", countText(count), countText(total));
}

void addSummary(const ReportInput &input, ReportBlocks &blocks)
{
    const Evaluation &evaluation = input.evaluation;
    blocks.emplace_back(ReportSection{"Summary"});
    addRuleOutcomes(input, blocks);
    blocks.emplace_back(ReportParagraph{fmt::format(
        "Model {} was evaluated on {} of {}: {}, {} ({}). Labels count as: {}.", input.modelName,
        countedText(input.data.testImages, "test image"), input.data.name,
        countedText(evaluation.counts.goodImages, "good image"),
        fmt::format("{} with defects", countText(evaluation.counts.anomalousImages)),
        countedText(evaluation.counts.defects, "outlined defect"), labelPolicyText(evaluation.settings.policy))});
    if (!input.thresholds.whyNone.empty()) {
        blocks.emplace_back(ReportNote{fmt::format("There are no figures at thresholds: {}. Escapes and overkill are "
                                                   "not known.",
                                                   input.thresholds.whyNone)});
        return;
    }
    const OperatingPoint &review = evaluation.review;
    const OperatingPoint &reject = evaluation.reject;
    blocks.emplace_back(ReportTiles{{escapeTile("Defects that escape (below review)", review),
                                     overkillTile("Good images flagged (review or above)", review),
                                     escapeTile("Defects not rejected outright (below reject)", reject),
                                     overkillTile("Good images rejected (reject or above)", reject)}});
    blocks.emplace_back(ReportParagraph{
        fmt::format("Below review ({:.2f}) a part passes unseen, from reject ({:.2f}) on it is rejected, between them "
                    "a person looks.{}",
                    review.threshold, reject.threshold, worstClassText(review))});
    if (input.data.skipped > 0)
        blocks.emplace_back(ReportNote{
            fmt::format("{} could not be used and is in no figure.", countedText(input.data.skipped, "test image"))});
}

} // namespace patina
