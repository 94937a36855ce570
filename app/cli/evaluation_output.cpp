#include "app/cli/evaluation_output.h"

#include "app/cli/text_table.h"
#include "core/base/atomic_file.h"
#include "core/base/output_target.h"
#include "core/dataset/csv.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <functional>

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
    table.addRow({"false regions per good part", number(review.falseRegionsPerImage, 2), "",
                  number(reject.falseRegionsPerImage, 2), ""});
    return table.text();
}

std::string curveText(const std::vector<CurvePoint> &points, const std::string &header)
{
    std::string text = header + "\n";
    for (const CurvePoint &point : points)
        text += fmt::format("{},{},{}\n", point.threshold, point.x, point.y);
    return text;
}

std::string imagesText(const Evaluation &evaluation)
{
    std::string text = "image,class,score,counts as\n";
    for (const ImageOutcome &image : evaluation.outcomes.images) {
        const std::string name =
            image.classIndex < 0 ? "good" : evaluation.classes[static_cast<std::size_t>(image.classIndex)].name;
        const char *role = image.role == ImageRole::Good        ? "good"
                           : image.role == ImageRole::Anomalous ? "anomalous"
                                                                : "left out";
        text += fmt::format("{},{},{},{}\n", csvField(image.id), csvField(name), image.score, role);
    }
    return text;
}

std::string regionsText(const Evaluation &evaluation)
{
    std::string text = "image,class,kind,x,y,width,height,areaPx,peak";
    for (const int percent : overlapPercents)
        text += fmt::format(",overlap{}", percent);
    text += "\n";
    const auto add = [&](const std::vector<RegionOutcome> &regions, const char *kind) {
        for (const RegionOutcome &region : regions)
            text += fmt::format("{},{},{},{},{},{},{},{},{},{}\n",
                                csvField(evaluation.outcomes.images[static_cast<std::size_t>(region.image)].id),
                                csvField(evaluation.classes[static_cast<std::size_t>(region.classIndex)].name), kind,
                                region.box.x, region.box.y, region.box.width, region.box.height, region.areaPx,
                                region.peak, fmt::join(region.overlapScores, ","));
    };
    add(evaluation.outcomes.defects, "defect");
    add(evaluation.outcomes.impurities, "impurity");
    return text;
}

std::string recallText(const Evaluation &evaluation)
{
    std::string text = "class,threshold,found,total,recall,low,high,groupLow,groupHigh\n";
    for (const RecallCurve &curve : evaluation.curves.recall)
        for (const RecallCurve::Point &point : curve.points)
            text += fmt::format("{},{},{},{},{},{},{},{}\n", csvField(curve.name), point.threshold, point.found,
                                curve.total, point.recall, point.low, point.high,
                                point.byGroups ? fmt::format("{},{}", point.byGroups->low, point.byGroups->high)
                                               : std::string(","));
    return text;
}

std::string recallOverlapText(const Evaluation &evaluation)
{
    std::string text = "class,overlap,threshold,found,total,recall,low,high\n";
    for (const RecallCurve &curve : evaluation.curves.recallOverlap)
        for (const RecallCurve::Point &point : curve.points)
            text +=
                fmt::format("{},{},{},{},{},{},{},{}\n", csvField(curve.name), overlapPercents[overlapIndex(curve.by)],
                            point.threshold, point.found, curve.total, point.recall, point.low, point.high);
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

struct EvaluationFile
{
    const char *name;
    std::string (*text)(const Evaluation &evaluation);
    const char *start; ///< what the file began with in every version of the program
};

constexpr const char *figuresFile = "evaluation.json";
constexpr std::array evaluationFiles{
    EvaluationFile{"images.csv", imagesText, "image,class,score,counts as"},
    EvaluationFile{"regions.csv", regionsText, "image,class,kind,x,y,width,height,areaPx,peak"},
    EvaluationFile{"curve-image-roc.csv",
                   [](const Evaluation &e) { return curveText(e.curves.imageRoc, "threshold,fpr,tpr"); },
                   "threshold,fpr,tpr"},
    EvaluationFile{"curve-image-pr.csv",
                   [](const Evaluation &e) { return curveText(e.curves.imagePr, "threshold,recall,precision"); },
                   "threshold,recall,precision"},
    EvaluationFile{"curve-pixel-roc.csv",
                   [](const Evaluation &e) { return curveText(e.curves.pixelRoc, "threshold,fpr,tpr"); },
                   "threshold,fpr,tpr"},
    EvaluationFile{"curve-pixel-pr.csv",
                   [](const Evaluation &e) { return curveText(e.curves.pixelPr, "threshold,recall,precision"); },
                   "threshold,recall,precision"},
    EvaluationFile{"curve-pro.csv", [](const Evaluation &e) { return curveText(e.curves.pro, "threshold,fpr,pro"); },
                   "threshold,fpr,pro"},
    EvaluationFile{"curve-recall.csv", recallText, "class,threshold,found,total,recall,low,high"},
    EvaluationFile{"curve-recall-overlap.csv", recallOverlapText, "class,overlap,threshold,found"}};

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

Result<void> removeEvaluation(const std::filesystem::path &folder)
{
    auto removed = removeOutput(folder / figuresFile, "{\n  \"image.auroc\"");
    for (const EvaluationFile &file : evaluationFiles)
        removed = removed.and_then([&] { return removeOutput(folder / file.name, file.start); });
    return removed;
}

Result<void> writeEvaluation(const Evaluation &evaluation, const FlatJson &json, const std::filesystem::path &folder)
{
    std::error_code ec;
    std::filesystem::create_directories(folder, ec);
    if (ec)
        return fail(ErrorCode::WriteFailed, fmt::format("{}: {}", folder.string(), ec.message()));
    for (const EvaluationFile &file : evaluationFiles)
        if (auto written = writeTextFile(folder / file.name, file.text(evaluation)); !written)
            return written;
    return writeTextFile(folder / figuresFile, json.text() + "\n");
}

} // namespace patina::cli
