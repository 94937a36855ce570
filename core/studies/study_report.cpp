#include "core/studies/study_report.h"

#include "core/base/atomic_file.h"
#include "core/dataset/csv.h"
#include "core/report/report_html.h"
#include "core/studies/markdown_cell.h"
#include "core/studies/study_charts.h"
#include "core/studies/study_images.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

using nlohmann::ordered_json;

bool hasInterval(const StudyCell &cell)
{
    return cell.mean && !std::isnan(cell.low) && !std::isnan(cell.high);
}

std::string cellText(const StudyCell &cell, bool difference)
{
    if (!cell.mean)
        return "-";
    const auto number = [&](double value) {
        return difference ? fmt::format("{:+.3f}", value) : fmt::format("{:.3f}", value);
    };
    const std::string text = number(*cell.mean);
    return hasInterval(cell) ? fmt::format("{} ({} to {})", text, number(cell.low), number(cell.high)) : text;
}

std::vector<std::string> headOf(const StudyTable &table, const std::string &first)
{
    std::vector<std::string> head{first};
    for (const std::string &figure : table.figures)
        head.push_back(studyFigureText(figure));
    return head;
}

std::string markdownLine(const std::vector<std::string> &cells)
{
    std::string line = "|";
    for (const std::string &cell : cells)
        line += ' ' + markdownCell(cell) + " |";
    return line + '\n';
}

std::string markdownHead(const std::vector<std::string> &head)
{
    std::string text = markdownLine(head) + "|";
    for (std::size_t i = 0; i < head.size(); ++i)
        text += "---|";
    return text + '\n';
}

std::string differenceText(const StudyDifference &difference)
{
    return fmt::format("{} less {}", difference.arm, difference.reference);
}

ReportTable tableOf(const StudyTable &table, bool differences)
{
    ReportTable shown;
    shown.caption = differences ? "Differences, paired by seed and part" : "Means over the seeds";
    for (const std::string &title : headOf(table, differences ? "Compared" : "Arm"))
        shown.columns.push_back({title, shown.columns.empty() ? ReportTable::Align::Left : ReportTable::Align::Right});
    const auto add = [&](const std::string &name, const std::vector<StudyCell> &cells) {
        std::vector<std::string> row{name};
        for (const StudyCell &cell : cells)
            row.push_back(cellText(cell, differences));
        shown.rows.push_back(std::move(row));
    };
    if (differences)
        for (const StudyDifference &difference : table.differences)
            add(differenceText(difference), difference.cells);
    else
        for (const StudyRow &row : table.rows)
            add(row.arm, row.cells);
    return shown;
}

/// Banks that the images of an arm did not fill: then arms are not compared at equal size. Empty: all are full.
std::string unfilledBanksText(const StudyPlan &plan, const StudyResults &results)
{
    std::string arms;
    std::int64_t fewest = largestBankSize;
    for (std::size_t i = 0; i < plan.arms.size() && i < results.arms.size(); ++i) {
        const auto &runs = results.arms[i].runs;
        const auto least = std::ranges::min_element(runs, {}, &StudyRunResult::bankRows);
        if (least == runs.end() || least->bankRows >= plan.arms[i].bankSize)
            continue;
        arms += fmt::format("{}\"{}\" ({} rows)", arms.empty() ? "" : ", ", plan.arms[i].name, least->bankRows);
        fewest = std::min(fewest, least->bankRows);
    }
    if (arms.empty())
        return {};
    const bool quota = std::ranges::any_of(
        plan.arms, [](const StudyArm &arm) { return arm.steps.size() > 1 && arm.keep.policy == KeepPolicy::Quota; });
    const char *ofQuota = quota ? ", or the share that --keep leaves them," : "";
    if (plan.kind == "bank-size")
        return fmt::format(" The images have too few patches for {}.", arms);
    if (plan.equalRows)
        return fmt::format(" The banks of {} are smaller than the others, for their images{} have no more patches; the "
                           "arms of {} rows compare all at one size.",
                           arms, ofQuota, *plan.equalRows);
    return fmt::format(" The banks of {} are smaller than the others, for their images{} have no more patches; with "
                       "--bank-size {} all are equal.",
                       arms, ofQuota, fewest);
}

std::string howText(const StudyRequest &request, const StudyResults &results)
{
    return fmt::format("{} arms with {} seeds each, backbone {}. Recall is by any pixel over the lowest threshold at "
                       "which at most {:g} % of the good test parts of the other half are flagged; halves have no "
                       "group in common. Intervals are 95 % of a two-way bootstrap over seeds and {} groups of test "
                       "parts, paired between arms; those of figures that need the maps (AUPRO, AP, pixel AUROC) are "
                       "over seeds alone.{}{}",
                       request.plan.arms.size(), results.table.seeds, request.backbone, 100.0 * studyOverkill,
                       results.table.groups, unfilledBanksText(request.plan, results),
                       results.sharedGroups.empty() ? "" : ' ' + sharedGroupsText(results.sharedGroups) + '.');
}

ReportFacts factsOf(const StudyRequest &request, const std::string &command)
{
    ReportFacts facts;
    for (const StudyDataset &dataset : request.plan.datasets)
        facts.facts.push_back(
            {"Data set " + dataset.name,
             fmt::format("{} training and {} test images", dataset.dataset.ofSplit(Split::Train).size(),
                         dataset.dataset.ofSplit(Split::Test).size()),
             false});
    for (const StudyArm &arm : request.plan.arms)
        facts.facts.push_back({"Arm " + arm.name,
                               fmt::format("{} rows, {}, {}{}", arm.bankSize, arm.strategy, labelPolicyText(arm.policy),
                                           arm.steps.size() > 1 ? ", keep " + keepRuleText(arm.keep) : ""),
                               false});
    if (!command.empty())
        facts.facts.push_back({"Command", command, true});
    return facts;
}

/// What it was asked for and got, and its place along the line of a chart.
void addArm(const StudyPlan &plan, const StudyResults &results, std::size_t arm, ordered_json &json)
{
    const std::string prefix = fmt::format("arm.{}.", arm);
    if (arm < plan.arms.size())
        json[prefix + "bankSize"] = plan.arms[arm].bankSize;
    if (arm < results.arms.size() && !results.arms[arm].runs.empty())
        json[prefix + "bankRows"] = std::ranges::min(results.arms[arm].runs, {}, &StudyRunResult::bankRows).bankRows;
    if (arm < plan.places.size())
        json[prefix + "place"] = plan.places[arm].x;
}

} // namespace

std::string studyFigureText(const std::string &name)
{
    if (name.starts_with("recall."))
        return name == "recall.all" ? "recall, all" : "recall, " + name.substr(7);
    if (name.starts_with("flagged."))
        return "flagged, " + name.substr(8);
    if (name == "image.auroc")
        return "image AUROC";
    if (name == "image.ap")
        return "image AP";
    if (name == "pixel.auroc")
        return "pixel AUROC";
    if (name == "pixel.aupro30")
        return "AUPRO 0.30";
    if (name == "pixel.aupro05")
        return "AUPRO 0.05";
    return name;
}

ReportDocument studyReport(const StudyRequest &request, const StudyResults &results, const std::string &dateUtc,
                           const std::string &command)
{
    ReportDocument report;
    report.title = request.plan.title;
    report.subject = "Study " + request.plan.kind;
    report.dateUtc = dateUtc;
    report.program = fmt::format("Patina {}", PATINA_VERSION);
    report.figures = studyJson(request, results);
    report.provenance = "{}";
    report.blocks.push_back(ReportParagraph{request.plan.question});
    report.blocks.push_back(ReportSection{"Results", 1});
    for (ReportChart &chart : studyCharts(request.plan, results.table))
        report.blocks.push_back(std::move(chart));
    report.blocks.push_back(tableOf(results.table, false));
    if (!results.table.differences.empty())
        report.blocks.push_back(tableOf(results.table, true));
    report.blocks.push_back(ReportSection{"How it was made", 1});
    report.blocks.push_back(ReportParagraph{howText(request, results)});
    report.blocks.push_back(factsOf(request, command));
    return report;
}

std::string studyMarkdown(const StudyRequest &request, const StudyResults &results)
{
    std::string text =
        fmt::format("# {}\n\n{}\n\n{}\n\n", request.plan.title, request.plan.question, howText(request, results));
    text += markdownHead(headOf(results.table, "arm"));
    for (const StudyRow &row : results.table.rows) {
        std::vector<std::string> cells{row.arm};
        for (const StudyCell &cell : row.cells)
            cells.push_back(cellText(cell, false));
        text += markdownLine(cells);
    }
    if (results.table.differences.empty())
        return text;
    text += '\n' + markdownHead(headOf(results.table, "difference"));
    for (const StudyDifference &difference : results.table.differences) {
        std::vector<std::string> cells{differenceText(difference)};
        for (const StudyCell &cell : difference.cells)
            cells.push_back(StudyDifference::isClear(cell) ? "**" + cellText(cell, true) + "**" : cellText(cell, true));
        text += markdownLine(cells);
    }
    return text;
}

std::string studyCsv(const StudyResults &results)
{
    std::string text = "arm,figure,mean,low,high\n";
    const auto quoted = [](std::string name) {
        for (std::size_t at = name.find('"'); at != std::string::npos; at = name.find('"', at + 2))
            name.insert(at, 1, '"');
        return '"' + name + '"';
    };
    const auto number = [](double value) { return std::isnan(value) ? std::string() : fmt::format("{}", value); };
    const auto add = [&](const std::string &name, const std::vector<StudyCell> &cells) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (cells[i].mean)
                text += fmt::format("{},{},{},{},{}\n", quoted(name), csvField(results.table.figures[i]),
                                    *cells[i].mean, number(cells[i].low), number(cells[i].high));
    };
    for (const StudyRow &row : results.table.rows)
        add(row.arm, row.cells);
    for (const StudyDifference &difference : results.table.differences)
        add(difference.arm + " - " + difference.reference, difference.cells);
    return text;
}

std::string studyJson(const StudyRequest &request, const StudyResults &results)
{
    ordered_json json{{"study", request.plan.kind},       {"backbone", request.backbone},
                      {"seeds", results.table.seeds},     {"groups", results.table.groups},
                      {"overkill", studyOverkill},        {"sharedGroups", results.sharedGroups.size()},
                      {"arms", results.table.rows.size()}};
    if (request.plan.equalRows)
        json["equalRows"] = *request.plan.equalRows;
    const auto add = [&](const std::string &prefix, const std::vector<StudyCell> &cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string name = prefix + '.' + results.table.figures[i];
            json[name] = cells[i].mean ? ordered_json(*cells[i].mean) : ordered_json();
            json[name + ".low"] = hasInterval(cells[i]) ? ordered_json(cells[i].low) : ordered_json();
            json[name + ".high"] = hasInterval(cells[i]) ? ordered_json(cells[i].high) : ordered_json();
        }
    };
    for (std::size_t i = 0; i < results.table.rows.size(); ++i) {
        json[fmt::format("arm.{}.name", i)] = results.table.rows[i].arm;
        addArm(request.plan, results, i, json);
        add(fmt::format("arm.{}", i), results.table.rows[i].cells);
    }
    for (std::size_t i = 0; i < results.table.differences.size(); ++i) {
        json[fmt::format("difference.{}.name", i)] = differenceText(results.table.differences[i]);
        add(fmt::format("difference.{}", i), results.table.differences[i].cells);
    }
    return json.dump();
}

Result<void> writeStudy(const StudyRequest &request, const StudyResults &results, const std::string &dateUtc,
                        const std::string &command)
{
    const auto write = [&](const char *name, const std::string &text) {
        return writeTextFile(request.out / name, text);
    };
    return write("study.json", studyJson(request, results))
        .and_then([&] { return write("study.csv", studyCsv(results)); })
        .and_then([&] { return write("study.md", studyMarkdown(request, results)); })
        .and_then([&] { return write("study.html", reportHtml(studyReport(request, results, dateUtc, command))); });
}

} // namespace patina
