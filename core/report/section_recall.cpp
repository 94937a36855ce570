#include "core/metrics/good_parts.h"
#include "core/report/report_charts.h"
#include "core/report/report_text.h"
#include "core/report/sections.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina {

namespace {

using Align = ReportTable::Align;

/// The last one is the sum of all classes, which of one class alone says nothing new.
std::size_t shownClasses(const OperatingPoint &point)
{
    return point.defects.size() == 2 ? 1 : point.defects.size();
}

ReportTable recallTable(const OperatingPoint &point, const GroupIntervals::Point &grouped, const char *name)
{
    ReportTable table{fmt::format("Defects found at {} ({:.2f})", name, point.threshold),
                      {{"Class"},
                       {"Found", Align::Right},
                       {"Recall", Align::Right},
                       {"Wilson 95 %", Align::Right},
                       {"Over groups 95 %", Align::Right},
                       {"Escape rate at most (95 %)", Align::Right}},
                      {}};
    for (std::size_t i = 0; i < shownClasses(point); ++i) {
        const DefectCount &one = point.defects[i];
        const FigureInterval groups = i < grouped.recall.size() ? grouped.recall[i] : FigureInterval{};
        table.rows.push_back({one.name, ofText(one.found, one.total), percentText(one.recall),
                              percentRangeText(one.low, one.high), percentRangeText(groups.low, groups.high),
                              percentText(one.escapeUpper95)});
    }
    const bool bounded = std::ranges::any_of(table.rows, [](const auto &row) { return row.back() != "-"; });
    if (!bounded) {
        table.columns.pop_back();
        for (auto &row : table.rows)
            row.pop_back();
    }
    return table;
}

std::string foundText(const RecallCount &count)
{
    return count.total > 0 ? fmt::format("{} ({})", ofText(count.found, count.total), percentText(count.recall)) : "-";
}

ReportTable overlapTable(const OperatingPoint &point, const char *name)
{
    ReportTable table{fmt::format("Defects found at {} by overlap", name), {{"Class"}}, {}};
    table.columns.push_back({"Any pixel", Align::Right});
    for (const int percent : overlapPercents)
        table.columns.push_back({fmt::format("{} % of its pixels", percent), Align::Right});
    for (std::size_t i = 0; i < shownClasses(point); ++i) {
        const DefectCount &one = point.defects[i];
        std::vector<std::string> row{one.name, foundText({one.found, one.total, one.recall, one.low, one.high})};
        for (const RecallCount &count : one.overlap)
            row.push_back(foundText(count));
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// The quarters of all classes and of each, where there are enough defects for it.
ReportTable sizeTable(const Evaluation &evaluation)
{
    ReportTable table{"Defects found by size, in quarters by area",
                      {{"Class"},
                       {"Area, px", Align::Right},
                       {"At review", Align::Right},
                       {"Wilson 95 %", Align::Right},
                       {"At reject", Align::Right},
                       {"Wilson 95 %", Align::Right}},
                      {}};
    for (std::size_t i = 0; i < shownClasses(evaluation.review); ++i)
        for (std::size_t q = 0; q < 4; ++q) {
            const SizeQuartile &review = evaluation.review.defects[i].quartiles[q];
            const SizeQuartile &reject = evaluation.reject.defects[i].quartiles[q];
            if (review.count.total == 0)
                continue;
            table.rows.push_back({evaluation.review.defects[i].name,
                                  fmt::format("{} to {}", numberText(review.fromPx, 0), numberText(review.toPx, 0)),
                                  foundText(review.count), percentRangeText(review.count.low, review.count.high),
                                  foundText(reject.count), percentRangeText(reject.count.low, reject.count.high)});
        }
    return table;
}

std::string flaggedText(const ImpurityCount &count)
{
    if (!count.flagged.value || !count.total.value)
        return "-";
    return fmt::format(
        "{} ({})",
        ofText(static_cast<std::int64_t>(*count.flagged.value), static_cast<std::int64_t>(*count.total.value)),
        percentText(count.share));
}

ReportTable impurityTable(const Evaluation &evaluation)
{
    ReportTable table{"Impurities flagged though harmless",
                      {{"Class"},
                       {"At review", Align::Right},
                       {"Wilson 95 %", Align::Right},
                       {"At reject", Align::Right},
                       {"Wilson 95 %", Align::Right}},
                      {}};
    for (std::size_t i = 0; i < evaluation.review.impurities.size(); ++i) {
        const ImpurityCount &review = evaluation.review.impurities[i];
        const ImpurityCount &reject = evaluation.reject.impurities[i];
        table.rows.push_back({review.name, flaggedText(review), percentRangeText(review.low, review.high),
                              flaggedText(reject), percentRangeText(reject.low, reject.high)});
    }
    return table;
}

std::string flaggedGoodText(const OperatingPoint &point)
{
    return point.goodFlagged.value
               ? fmt::format("{} ({})", ofText(static_cast<std::int64_t>(*point.goodFlagged.value), point.goodImages),
                             percentText(point.overkill))
               : "-";
}

ReportTable goodTable(const Evaluation &evaluation)
{
    const OperatingPoint &review = evaluation.review;
    const OperatingPoint &reject = evaluation.reject;
    const GroupIntervals &grouped = evaluation.grouped;
    ReportTable table{
        "What it costs: good images", {{""}, {"At review", Align::Right}, {"At reject", Align::Right}}, {}};
    table.rows.push_back({"Good images flagged (overkill)", flaggedGoodText(review), flaggedGoodText(reject)});
    const GoodParts atReview = goodParts(evaluation.outcomes, evaluation.settings, review.threshold);
    const GoodParts atReject = goodParts(evaluation.outcomes, evaluation.settings, reject.threshold);
    if (atReview.withImpurities.total > 0) {
        const auto of = [](const GoodParts::Count &count) { return ofText(count.flagged, count.total); };
        table.rows.push_back({"Of clean good images", of(atReview.clean), of(atReject.clean)});
        table.rows.push_back(
            {"Of good images with harmless impurities", of(atReview.withImpurities), of(atReject.withImpurities)});
    }
    table.rows.push_back({"Overkill, Wilson 95 %", percentRangeText(review.overkillLow, review.overkillHigh),
                          percentRangeText(reject.overkillLow, reject.overkillHigh)});
    table.rows.push_back({"Overkill, over groups 95 %",
                          percentRangeText(grouped.review.overkill.low, grouped.review.overkill.high),
                          percentRangeText(grouped.reject.overkill.low, grouped.reject.overkill.high)});
    table.rows.push_back({"False regions per good image", numberText(review.falseRegionsPerImage),
                          numberText(reject.falseRegionsPerImage)});
    table.rows.push_back(
        {"False regions, over groups 95 %",
         rangeText(grouped.review.falseRegionsPerImage.low, grouped.review.falseRegionsPerImage.high),
         rangeText(grouped.reject.falseRegionsPerImage.low, grouped.reject.falseRegionsPerImage.high)});
    table.rows.push_back({"Normal pixels flagged",
                          review.pixelFpr.value ? fmt::format("{:.3f} %", 100.0 * *review.pixelFpr.value) : "-",
                          reject.pixelFpr.value ? fmt::format("{:.3f} %", 100.0 * *reject.pixelFpr.value) : "-"});
    return table;
}

void addChart(std::optional<ReportChart> chart, ReportBlocks &blocks)
{
    if (chart)
        blocks.emplace_back(std::move(*chart));
}

} // namespace

void addRecallSection(const ReportInput &input, ReportBlocks &blocks)
{
    const Evaluation &evaluation = input.evaluation;
    const bool atThresholds = input.thresholds.whyNone.empty();
    const ThresholdMarks marks = atThresholds ? ThresholdMarks::Shown : ThresholdMarks::Absent;
    blocks.emplace_back(ReportSection{"Defects found, and what it costs"});
    if (!atThresholds)
        blocks.emplace_back(ReportParagraph{fmt::format("No tables at thresholds: {}.", input.thresholds.whyNone)});
    if (atThresholds) {
        blocks.emplace_back(recallTable(evaluation.review, evaluation.grouped.review, "review"));
        blocks.emplace_back(recallTable(evaluation.reject, evaluation.grouped.reject, "reject"));
        blocks.emplace_back(goodTable(evaluation));
        if (!evaluation.review.impurities.empty())
            blocks.emplace_back(impurityTable(evaluation));
    }
    addChart(recallChart(evaluation, marks), blocks);
    addChart(scoreHistogram(evaluation, marks), blocks);
    addChart(recallOverkillChart(evaluation, marks), blocks);
    if (!atThresholds)
        return;
    blocks.emplace_back(ReportSection{"By overlap and by size", 2});
    blocks.emplace_back(overlapTable(evaluation.review, "review"));
    blocks.emplace_back(overlapTable(evaluation.reject, "reject"));
    if (ReportTable sizes = sizeTable(evaluation); !sizes.rows.empty())
        blocks.emplace_back(std::move(sizes));
    addChart(sizeChart(evaluation), blocks);
}

} // namespace patina
