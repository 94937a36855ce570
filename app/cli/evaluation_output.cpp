#include "app/cli/evaluation_output.h"

#include "app/cli/text_table.h"
#include "core/metrics/good_parts.h"

#include <fmt/format.h>

namespace patina::cli {

namespace {

std::string number(const Figure &figure, int digits = 3)
{
    return figure.value ? fmt::format("{:.{}f}", *figure.value, digits) : std::string("-");
}

std::string percent(const Figure &figure)
{
    return figure.value ? fmt::format("{:.1f} %", 100.0 * *figure.value) : std::string("-");
}

std::string rankTable(const std::vector<std::pair<std::string, const Evaluation *>> &parts)
{
    std::vector<std::string> header{""};
    for (const auto &[name, evaluation] : parts)
        header.push_back(name);
    TextTable table(header);
    const auto add = [&](const std::string &name, const std::function<Figure(const Evaluation &)> &figure) {
        std::vector<std::string> cells{name};
        for (const auto &[part, evaluation] : parts)
            cells.push_back(number(figure(*evaluation)));
        table.addRow(cells);
    };
    add("image AUROC", [](const Evaluation &e) { return e.image.auroc; });
    add("image AP", [](const Evaluation &e) { return e.image.ap; });
    add("image F1-max", [](const Evaluation &e) { return e.image.f1max; });
    add("pixel AUROC", [](const Evaluation &e) { return e.pixel.auroc; });
    add("pixel AP", [](const Evaluation &e) { return e.pixel.ap; });
    add("AUPRO 0.30", [](const Evaluation &e) { return e.pixel.aupro30; });
    add("AUPRO 0.05", [](const Evaluation &e) { return e.pixel.aupro05; });
    add("SegF1", [](const Evaluation &e) { return e.pixel.segF1; });
    add("AUPIMO", [](const Evaluation &e) { return e.pixel.aupimo; });
    return table.text();
}

std::string interval(const Figure &low, const Figure &high)
{
    return low.value ? number(low) + " .. " + number(high) : std::string("-");
}

/// Recall of all classes by overlap and by size.
void addCriteria(const Evaluation &evaluation, TextTable &table)
{
    const DefectCount &review = evaluation.review.defects.back();
    const DefectCount &reject = evaluation.reject.defects.back();
    const auto add = [&](const std::string &what, const RecallCount &a, const RecallCount &b) {
        table.addRow({what, fmt::format("{} of {}", a.found, a.total), interval(a.low, a.high),
                      fmt::format("{} of {}", b.found, b.total), interval(b.low, b.high)});
    };
    for (std::size_t i = 0; i < review.overlap.size(); ++i)
        add(fmt::format("found by {} % of its pixels: all", overlapPercents[i]), review.overlap[i], reject.overlap[i]);
    for (std::size_t i = 0; i < review.quartiles.size(); ++i)
        if (const SizeQuartile &quartile = review.quartiles[i]; quartile.count.total > 0)
            add(fmt::format("found: {} to {} px", number(quartile.fromPx, 0), number(quartile.toPx, 0)), quartile.count,
                reject.quartiles[i].count);
}

/// "0 of 54 (at most 5.4 %)"
std::string escapedText(const DefectCount &count)
{
    std::string text = fmt::format("{} of {}", count.total - count.found, count.total);
    if (count.escapeUpper95.value)
        text += fmt::format(" (at most {:.1f} %)", *count.escapeUpper95.value * 100.0);
    return text;
}

/// Recall per class beside its price, at both thresholds.
std::string operatingText(const Evaluation &evaluation)
{
    const OperatingPoint &review = evaluation.review;
    const OperatingPoint &reject = evaluation.reject;
    TextTable table({"", fmt::format("review {:.2f}", review.threshold), "95 % interval",
                     fmt::format("reject {:.2f}", reject.threshold), "95 % interval"});
    for (std::size_t i = 0; i < review.defects.size() && i < reject.defects.size(); ++i) {
        const DefectCount &a = review.defects[i];
        const DefectCount &b = reject.defects[i];
        table.addRow({fmt::format("found: {}", a.name), fmt::format("{} of {}", a.found, a.total),
                      interval(a.low, a.high), fmt::format("{} of {}", b.found, b.total), interval(b.low, b.high)});
    }
    if (!review.defects.empty() && !reject.defects.empty())
        table.addRow({"escaped, of all defects", escapedText(review.defects.back()), "",
                      escapedText(reject.defects.back()), ""});
    addCriteria(evaluation, table);
    for (std::size_t i = 0; i < review.impurities.size() && i < reject.impurities.size(); ++i) {
        const ImpurityCount &a = review.impurities[i];
        const ImpurityCount &b = reject.impurities[i];
        table.addRow({fmt::format("flagged though harmless: {}", a.name),
                      fmt::format("{} of {}", number(a.flagged, 0), number(a.total, 0)), interval(a.low, a.high),
                      fmt::format("{} of {}", number(b.flagged, 0), number(b.total, 0)), interval(b.low, b.high)});
    }
    table.addRow({"overkill (good parts flagged)", percent(review.overkill),
                  interval(review.overkillLow, review.overkillHigh), percent(reject.overkill),
                  interval(reject.overkillLow, reject.overkillHigh)});
    const GoodParts atReview = goodParts(evaluation.outcomes, evaluation.settings, review.threshold);
    const GoodParts atReject = goodParts(evaluation.outcomes, evaluation.settings, reject.threshold);
    if (atReview.withImpurities.total > 0) {
        const auto of = [](const GoodParts::Count &count) {
            return fmt::format("{} of {}", count.flagged, count.total);
        };
        table.addRow({"  of clean good parts", of(atReview.clean), "", of(atReject.clean), ""});
        table.addRow(
            {"  of good parts with impurities", of(atReview.withImpurities), "", of(atReject.withImpurities), ""});
    }
    table.addRow({"false regions per good part", number(review.falseRegionsPerImage, 2), "",
                  number(reject.falseRegionsPerImage, 2), ""});
    std::string text = table.text();
    if (evaluation.settings.minAreaPx > 1)
        text += fmt::format("regions below {} px of the score map do not count: they flag no part and find no defect\n",
                            evaluation.settings.minAreaPx);
    return text;
}

OperatingPoint pointAt(const EvaluationRun &run, double threshold)
{
    return countsAt(run.all.outcomes, run.all.classes, run.all.settings, threshold);
}

/// \param whyNoThresholds the two thresholds have no meaning; empty: they have.
void addNamed(const std::vector<NamedFigure> &figures, const std::string &prefix, const std::string &whyNoThresholds,
              FlatJson &json)
{
    for (const auto &[name, figure, isCount] : figures) {
        const bool atThreshold = name.starts_with("threshold.") || name.starts_with("at.");
        if (atThreshold && !whyNoThresholds.empty())
            json.setNull(prefix + name, whyNoThresholds);
        else if (isCount && figure.value)
            json.set(prefix + name, static_cast<std::int64_t>(*figure.value));
        else
            json.set(prefix + name, figure.value, figure.why);
    }
}

void addFigures(const Evaluation &evaluation, const std::string &prefix, const EvaluationRun &run, FlatJson &json)
{
    addNamed(flatFigures(evaluation), prefix, run.whyNoThresholds, json);
}

} // namespace

void addEvaluation(const EvaluationRun &run, FlatJson &json)
{
    addFigures(run.all, "", run, json);
}

void addMoreThresholds(const EvaluationRun &run, const std::vector<double> &thresholds, FlatJson &json)
{
    for (const double threshold : thresholds)
        addNamed(flatFigures(pointAt(run, threshold), fmt::format("at.{:g}.", threshold)), "", "", json);
}

std::string moreThresholdsText(const EvaluationRun &run, const std::vector<double> &thresholds)
{
    if (thresholds.empty())
        return {};
    TextTable table(
        {"at", "found of all defects", "95 % interval", "overkill", "95 % interval", "false regions per good part"});
    for (const double threshold : thresholds) {
        const OperatingPoint point = pointAt(run, threshold);
        const DefectCount &all = point.defects.back();
        table.addRow({fmt::format("{:g}", threshold), fmt::format("{} of {}", all.found, all.total),
                      interval(all.low, all.high), percent(point.overkill),
                      interval(point.overkillLow, point.overkillHigh), number(point.falseRegionsPerImage, 2)});
    }
    return "\n" + table.text();
}

void addHalves(const EvaluationRun &run, FlatJson &json)
{
    addFigures(run.even, "even.", run, json);
    addFigures(run.odd, "odd.", run, json);
}

std::string evaluationText(const EvaluationRun &run, bool halves)
{
    const EvaluationCounts &counts = run.all.counts;
    std::string text = fmt::format("{} good images, {} with defects ({} defect regions)", counts.goodImages,
                                   counts.anomalousImages, counts.defects);
    if (counts.leftOutImages > 0)
        text += fmt::format(", {} left out", counts.leftOutImages);
    if (run.skipped > 0)
        text += fmt::format(", {} skipped", run.skipped);
    text += "\n\n";
    std::vector<std::pair<std::string, const Evaluation *>> parts{{"all", &run.all}};
    if (halves) {
        parts.emplace_back("even half", &run.even);
        parts.emplace_back("odd half", &run.odd);
    }
    text += rankTable(parts) + "\n";
    return text + (run.whyNoThresholds.empty() ? operatingText(run.all)
                                               : fmt::format("no thresholds: {}\n", run.whyNoThresholds));
}

} // namespace patina::cli
