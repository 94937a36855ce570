#include "core/report/collect_report.h"

#include "core/report/inputs_digest.h"
#include "core/report/shell_words.h"
#include "core/report/worst_pictures.h"

#include <fmt/format.h>

#include <map>
#include <set>

namespace patina {

namespace {

std::string kindOf(const Dataset &dataset, const std::string &className)
{
    for (const LabelClass &one : dataset.classes)
        if (one.name == className)
            return std::string(classKindName(one.kind));
    return "good";
}

/// The last part that is one: "parts" of "/data/parts/".
std::string lastName(const std::filesystem::path &path)
{
    const std::filesystem::path plain = path.lexically_normal();
    const std::string name = plain.filename().string();
    return name.empty() || name == "." ? plain.parent_path().filename().string() : name;
}

} // namespace

ReportData reportData(const Dataset &dataset, std::int64_t skipped)
{
    ReportData data;
    data.name = lastName(dataset.root);
    data.root = dataset.root.string();
    data.layout = std::string(layoutName(dataset.layout));
    data.mmPerPixel = dataset.mmPerPixel;
    data.skipped = skipped;
    std::map<std::tuple<Split, bool, std::string>, std::pair<std::int64_t, std::set<std::string>>> counts;
    std::set<std::string> groups;
    for (const ImageRecord &image : dataset.images) {
        auto &[images, ofClass] = counts[{image.split, !image.isGood(), image.className}]; // good ones first
        ++images;
        ofClass.insert(image.group);
        if (image.split == Split::Test) {
            ++data.testImages;
            groups.insert(image.group);
        }
    }
    data.groups = std::ssize(groups);
    for (const auto &[key, count] : counts) {
        const auto &[split, isDefect, className] = key;
        data.counts.push_back({std::string(splitName(split)), className, kindOf(dataset, className), count.first,
                               std::ssize(count.second)});
    }
    return data;
}

ReportThresholds reportThresholds(const ModelInfo &model, const EvaluateRequest &request, const EvaluationRun &run)
{
    ReportThresholds thresholds;
    thresholds.whyNone = run.whyNoThresholds;
    const bool ownReview = !request.reviewThreshold;
    const bool ownReject = !request.rejectThreshold;
    thresholds.source = ownReview && ownReject     ? "the calibration of the model"
                        : !ownReview && !ownReject ? "given for this evaluation"
                        : ownReview                ? "review: the calibration of the model; reject: given"
                                                   : "review: given; reject: the calibration of the model";
    if (!model.scoreScale.calibrated()) {
        thresholds.how = "the model is uncalibrated: they are on the scale of its raw distances";
        return thresholds;
    }
    thresholds.how =
        fmt::format("on the model's scale 0 is the median and 1 the 0.95 quantile of the scores of {} held-out good "
                    "images; of the model's own thresholds review is 1 and reject the largest of those scores, {:.2f}",
                    model.scoreScale.images, model.scoreScale.rejectThreshold());
    return thresholds;
}

std::string evaluateCommand(const std::filesystem::path &model, const EvaluateRequest &request,
                            const Evaluation &evaluation)
{
    std::string command =
        fmt::format("patina-cli evaluate {} {}", shellWord(model.string()), shellWord(request.dataset.root.string()));
    if (request.policy != LabelPolicy())
        command += " --policy " + labelPolicyText(request.policy);
    if (request.reviewThreshold)
        command += fmt::format(" --review {}", *request.reviewThreshold);
    if (request.rejectThreshold)
        command += fmt::format(" --reject {}", *request.rejectThreshold);
    if (request.minAreaPx != 1)
        command += fmt::format(" --min-area {}", request.minAreaPx);
    const BootstrapSettings &bootstrap = evaluation.settings.bootstrap;
    if (bootstrap.resamples != BootstrapSettings().resamples)
        command += fmt::format(" --resamples {}", bootstrap.resamples);
    if (bootstrap.seed != 0)
        command += fmt::format(" --seed {}", bootstrap.seed);
    return command + " --json";
}

Result<ReportInput> collectReport(Inspector &inspector, const EvaluateRequest &request, const EvaluationRun &run,
                                  std::size_t pictures, const JobContext &context)
{
    ReportInput input;
    input.model = inspector.model();
    input.evaluation = run.all;
    input.thresholds = reportThresholds(input.model, request, run);
    input.data = reportData(request.dataset, run.skipped);
    input.data.trainedOn = std::ssize(run.copies);
    input.data.copies = std::ssize(run.copies);
    auto digest = inputsDigest(request.dataset, context, run.sha256);
    if (!digest)
        return failFrom(std::move(digest));
    input.data.inputs = *digest;
    if (pictures == 0)
        return input;
    auto worst = worstPictures(inspector, request.dataset, run.all, {pictures, run.whyNoThresholds.empty()}, context);
    if (!worst)
        return failFrom(std::move(worst));
    input.escapes = std::move(worst->escapes);
    input.overkills = std::move(worst->overkills);
    return input;
}

} // namespace patina
