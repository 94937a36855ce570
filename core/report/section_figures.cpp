#include "core/report/report_charts.h"
#include "core/report/report_text.h"
#include "core/report/sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace patina {

namespace {

using Align = ReportTable::Align;

/// One figure with its interval, or why there is none.
std::vector<std::string> figureRow(std::string name, const Figure &figure, const FigureInterval &interval = {})
{
    return {std::move(name), numberText(figure), rangeText(interval.low, interval.high), figure.why};
}

void addImageRows(const Evaluation &evaluation, ReportTable &table)
{
    const GroupIntervals &grouped = evaluation.grouped;
    table.rows.push_back(figureRow("Image AUROC", evaluation.image.auroc, grouped.auroc));
    table.rows.push_back(figureRow("Image AP", evaluation.image.ap, grouped.ap));
    table.rows.push_back(figureRow("Image F1-max", evaluation.image.f1max, grouped.f1max));
    table.rows.push_back(figureRow("Threshold of image F1-max", evaluation.image.f1maxThreshold));
    for (std::size_t i = 0; i < passPercents.size(); ++i) {
        const int percent = passPercents[i];
        table.rows.push_back(figureRow(fmt::format("PG{0}: good passed, at most {0} % of bad passed", percent),
                                       evaluation.image.passed[i].good, grouped.passed[i].good));
        table.rows.push_back(figureRow(fmt::format("PB{0}: bad stopped, at most {0} % of good stopped", percent),
                                       evaluation.image.passed[i].bad, grouped.passed[i].bad));
    }
}

void addPixelRows(const PixelFigures &pixel, ReportTable &table)
{
    table.rows.push_back(figureRow("Pixel AUROC", pixel.auroc));
    table.rows.push_back(figureRow("Pixel AP", pixel.ap));
    table.rows.push_back(figureRow("Pixel F1-max", pixel.f1max));
    table.rows.push_back(figureRow("Threshold of pixel F1-max", pixel.f1maxThreshold));
    table.rows.push_back(figureRow("AUPRO, FPR up to 0.30", pixel.aupro30));
    table.rows.push_back(figureRow("AUPRO, FPR up to 0.05", pixel.aupro05));
    table.rows.push_back(figureRow("SegF1", pixel.segF1));
    table.rows.push_back(figureRow("Threshold of SegF1", pixel.segF1Threshold));
    table.rows.push_back(figureRow("AUPIMO", pixel.aupimo));
}

const std::array selectedNames{"image.auroc",
                               "pixel.auroc",
                               "pixel.aupro30",
                               "at.review.defects.all.recall",
                               "at.review.good.overkill",
                               "at.reject.defects.all.recall",
                               "at.reject.good.overkill"};

std::vector<std::string> policyRow(const LabelPolicy &policy, const std::vector<NamedFigure> &figures, bool thresholds)
{
    std::vector<std::string> row{labelPolicyText(policy)};
    for (const char *name : selectedNames) {
        const auto found = std::ranges::find(figures, name, &NamedFigure::name);
        const std::string_view wanted = name;
        const bool share = wanted.starts_with("at.");
        row.push_back(found == figures.end() || (share && !thresholds) ? "-"
                      : share                                          ? percentText(found->figure)
                                                                       : numberText(found->figure));
    }
    return row;
}

} // namespace

std::vector<NamedFigure> selectedFigures(const Evaluation &evaluation)
{
    std::vector<NamedFigure> selected;
    for (NamedFigure &figure : flatFigures(evaluation))
        if (std::ranges::find(selectedNames, figure.name) != selectedNames.end())
            selected.push_back(std::move(figure));
    return selected;
}

void addFigureSection(const ReportInput &input, ReportBlocks &blocks)
{
    blocks.emplace_back(ReportSection{"Image and pixel figures"});
    ReportTable table{"Figures without a threshold, or with the best one for these images",
                      {{"Figure"}, {"Value", Align::Right}, {"Over groups 95 %", Align::Right}, {"Why it is absent"}},
                      {}};
    addImageRows(input.evaluation, table);
    addPixelRows(input.evaluation.pixel, table);
    const bool whole = std::ranges::all_of(table.rows, [](const auto &row) { return row.back().empty(); });
    if (whole) {
        table.columns.pop_back();
        for (auto &row : table.rows)
            row.pop_back();
    }
    blocks.emplace_back(std::move(table));
    blocks.emplace_back(ReportParagraph{
        "F1-max, PGn and PBn choose their threshold on the images they are quoted on: they say what the model could "
        "do, "
        "not what a threshold will do on other parts. Pixel figures have no interval: pixels of one image are far from "
        "independent."});
    for (auto &&chart :
         {rocChart(input.evaluation), precisionRecallChart(input.evaluation), proChart(input.evaluation)})
        if (chart)
            blocks.emplace_back(*chart);
}

void addPolicySection(const ReportInput &input, ReportBlocks &blocks)
{
    if (input.policies.empty())
        return;
    const bool thresholds = input.thresholds.whyNone.empty();
    blocks.emplace_back(ReportSection{"How far figures move between policies"});
    blocks.emplace_back(
        ReportParagraph{"The same images, scores and thresholds; only what labels count as differs. The "
                        "first row is the policy of this report."});
    ReportTable table{"Figures by policy",
                      {{"Policy"},
                       {"Image AUROC", Align::Right},
                       {"Pixel AUROC", Align::Right},
                       {"AUPRO 0.30", Align::Right},
                       {"Recall, review", Align::Right},
                       {"Overkill, review", Align::Right},
                       {"Recall, reject", Align::Right},
                       {"Overkill, reject", Align::Right}},
                      {}};
    table.rows.push_back(policyRow(input.evaluation.settings.policy, selectedFigures(input.evaluation), thresholds));
    for (const PolicyFigures &other : input.policies)
        table.rows.push_back(policyRow(other.policy, other.figures, thresholds));
    blocks.emplace_back(std::move(table));
}

void addPictureSection(const ReportInput &input, ReportBlocks &blocks)
{
    if (input.escapes.empty() && input.overkills.empty())
        return;
    blocks.emplace_back(ReportSection{"What went worst"});
    blocks.emplace_back(ReportParagraph{
        "Left the image, right the same with the score map over it: outlined are the regions at review (yellow) and at "
        "reject (orange red), and what was labelled (sky blue). All maps are coloured on one scale."});
    if (!input.escapes.empty()) {
        blocks.emplace_back(ReportSection{"Defects with the lowest scores", 2});
        blocks.emplace_back(ReportPictures{input.escapes});
    }
    if (!input.overkills.empty()) {
        blocks.emplace_back(ReportSection{"Good images with the highest scores", 2});
        blocks.emplace_back(ReportPictures{input.overkills});
    }
}

} // namespace patina
