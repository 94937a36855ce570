#include "app/cli/evaluation_output.h"
#include "core/base/atomic_file.h"
#include "core/base/output_target.h"
#include "core/dataset/csv.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

namespace patina::cli {

namespace {

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
