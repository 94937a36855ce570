#include "core/pipeline/calibration.h"

#include "core/base/free_memory.h"
#include "core/pipeline/dataset_versions.h"
#include "core/pipeline/inspector.h"

#include <fmt/format.h>

#include <set>
#include <string>

namespace patina {

namespace {

constexpr int soundHeldOut = 10; ///< with fewer images the score scale is called rough

Result<void> scoreHeldOut(Model &model, Inspector &inspector, const ImageRecord &record, bool strict,
                          const JobContext &context)
{
    auto source = inspector.openScaled(record.path);
    auto inspection = source ? inspector.inspect(**source, {}, context.quiet()) : tl::unexpected(source.error());
    if (!inspection && (strict || inspection.error().code == ErrorCode::Cancelled))
        return fail(inspection.error().code, fmt::format("{}: {}", record.id, inspection.error().detail));
    if (!inspection) {
        ++model.info.figures.skipped;
        context.notice(fmt::format("skipped {}: {}", record.id, inspection.error().detail));
        return {};
    }
    model.info.heldOutImages.push_back(record.id);
    model.info.heldOutScores.push_back(inspection->score);
    return {};
}

void noticeImages(const CalibrationImages &found, const JobContext &context)
{
    if (found.trainedOn > 0)
        context.notice(fmt::format("left out {} good images that the bank was trained on, by their names and groups",
                                   found.trainedOn));
    if (found.ofTest > 0)
        context.notice(fmt::format("{} of the {} images are test images: what evaluate says of them comes out too good",
                                   found.ofTest, found.images.size()));
}

} // namespace

Result<void> calibrateModel(Model &model, const CalibrationRequest &request, const JobContext &context)
{
    model.info.scoreScale = {};
    model.info.heldOutImages.clear();
    model.info.heldOutScores.clear();
    auto inspector =
        Inspector::create(model, {request.threads, request.backboneFolder, request.featureCache, request.device});
    if (!inspector)
        return failFrom(std::move(inspector));
    const auto total = static_cast<std::int64_t>(request.images.size());
    for (std::int64_t i = 0; i < total; ++i) {
        context.report("calibrate", i, total);
        if (model.info.figures.budgetBytes > 0)
            giveBackFreeMemory();
        const ImageRecord &record = request.dataset.images[request.images[static_cast<std::size_t>(i)]];
        if (auto scored = scoreHeldOut(model, **inspector, record, request.strict, context); !scored)
            return scored;
    }
    context.report("calibrate", total, total);
    const auto scale = scoreScaleFrom(model.info.heldOutScores);
    if (!scale) {
        context.notice(fmt::format("the model is uncalibrated, its scores are raw distances: {}; or patina-cli model "
                                   "calibrate MODEL DIR with other good images",
                                   scale.error().detail));
        return {};
    }
    model.info.scoreScale = *scale;
    if (scale->images < soundHeldOut)
        context.notice(fmt::format("the score scale and the thresholds are rough: they come from {} held-out "
                                   "good images; hold out {} or more (train --holdout, validation/good, or model "
                                   "calibrate with a folder of them)",
                                   scale->images, soundHeldOut));
    return {};
}

CalibrationImages calibrationImages(const ModelInfo &info, const Dataset &dataset)
{
    std::set<std::string> trained = trainedImages(info, datasetName(dataset));
    trained.insert(info.excludedImages.begin(), info.excludedImages.end());
    std::set<std::string> trainedGroups;
    for (const ImageRecord &record : dataset.images)
        if (trained.contains(storedId(record.id)))
            trainedGroups.insert(record.group);
    CalibrationImages found;
    for (std::size_t i = 0; i < dataset.images.size(); ++i) {
        const ImageRecord &record = dataset.images[i];
        if (!record.isGood())
            continue;
        if (trained.contains(storedId(record.id)) || trainedGroups.contains(record.group)) {
            ++found.trainedOn;
            continue;
        }
        found.images.push_back(i);
        found.ofTest += record.split == Split::Test ? 1 : 0;
    }
    return found;
}

Result<CalibrationReport> recalibrate(Model &model, CalibrationRequest request, const JobContext &context)
{
    CalibrationReport report{calibrationImages(model.info, request.dataset), 0};
    noticeImages(report.found, context);
    if (report.found.images.empty())
        return fail(
            ErrorCode::NotFound,
            fmt::format("{} holds no good images that the bank has not been trained on; name a folder of others",
                        request.dataset.root.string()));
    request.images = report.found.images;
    ModelInfo before = model.info;
    auto calibrated = calibrateModel(model, request, context);
    // The model's figures are those of its training.
    report.skipped = model.info.figures.skipped - before.figures.skipped;
    model.info.figures = before.figures;
    if (calibrated && !model.info.scoreScale.calibrated())
        calibrated =
            fail(ErrorCode::BadArgument,
                 fmt::format("no score scale can be made of {} good images of {}, {} of them not scored; name a "
                             "folder of more that differ",
                             report.found.images.size(), request.dataset.root.string(), report.skipped));
    if (!calibrated) {
        model.info = std::move(before);
        return failFrom(std::move(calibrated));
    }
    return report;
}

} // namespace patina
