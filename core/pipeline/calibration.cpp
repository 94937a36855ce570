#include "core/pipeline/calibration.h"

#include "core/base/free_memory.h"
#include "core/image/image_ahead.h"
#include "core/pipeline/dataset_versions.h"
#include "core/pipeline/inspector.h"
#include "core/pipeline/known_content.h"
#include "core/pipeline/rank_messages.h"
#include "core/ranks/in_order.h"

#include <fmt/format.h>

#include <set>
#include <string>

namespace patina {

namespace {

/// What one image says: a score, or why there is none.
struct HeldOutScore
{
    double score = 0.0;
    std::string problem{}; ///< empty: it was scored
    std::string digest{};  ///< of its content; "": not known
};

Result<HeldOutScore> scoreHeldOut(Inspector &inspector, Result<std::unique_ptr<ImageSource>> opened,
                                  const ImageRecord &record, const UsedImages &trained, bool strict,
                                  const JobContext &context)
{
    auto digest = digestOfFile(record.path, context);
    if (!digest)
        return failFrom(std::move(digest));
    if (trained.contents.contains(*digest))
        return HeldOutScore{0.0, {}, *std::move(digest)};
    auto source = std::move(opened).and_then(
        [&](std::unique_ptr<ImageSource> &&image) { return inspector.scaled(std::move(image)); });
    auto inspection = source ? inspector.inspect(**source, {}, context.quiet()) : tl::unexpected(source.error());
    if (!inspection && (strict || inspection.error().code == ErrorCode::Cancelled))
        return fail(inspection.error().code, fmt::format("{}: {}", record.id, inspection.error().detail));
    return inspection ? HeldOutScore{inspection->score, {}, *std::move(digest)}
                      : HeldOutScore{0.0, inspection.error().detail};
}

/// Images that are left out because the bank was trained on a file with the same content.
struct TrainedCopies
{
    std::int64_t count = 0;
    std::string first;
    std::string of;
};

void takeScore(Model &model, const ImageRecord &record, const HeldOutScore &scored, const UsedImages &trained,
               TrainedCopies &copies, const JobContext &context)
{
    if (const auto known = trained.contents.find(scored.digest); known != trained.contents.end()) {
        if (copies.count++ == 0)
            copies = {1, record.id, known->second};
        return;
    }
    if (scored.problem.empty()) {
        model.info.heldOutImages.push_back(record.id);
        model.info.heldOutDigests.push_back(scored.digest);
        model.info.heldOutScores.push_back(scored.score);
        return;
    }
    ++model.info.figures.skipped;
    context.notice(fmt::format("skipped {}: {}", record.id, scored.problem));
}

Bytes messageOf(const HeldOutScore &scored)
{
    return packed({bytesOfValues(std::span<const double>(&scored.score, 1)), bytesOfText(scored.problem),
                   bytesOfText(scored.digest)});
}

Result<HeldOutScore> scoreOf(std::int64_t, const Bytes &message)
{
    const auto parts = unpacked(message);
    const auto score = parts && parts->size() == 3 ? valuesOfBytes<double>(parts->front()) : std::vector<double>();
    if (!score || score->size() != 1)
        return fail(ErrorCode::BadFormat, "a score came damaged from another rank");
    return HeldOutScore{score->front(), textOfBytes((*parts)[1]), textOfBytes(parts->back())};
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

Result<void> calibrateModel(Model &model, const CalibrationRequest &request, RankGroup &ranks,
                            const JobContext &context)
{
    const JobContext common = ranks.common(context);
    model.info.scoreScale = {};
    model.info.heldOutImages.clear();
    model.info.heldOutDigests.clear();
    model.info.heldOutScores.clear();
    const UsedImages trained = trainedContent(model.info);
    TrainedCopies copies;
    auto inspector = Inspector::create(
        model, {request.threads, request.backboneFolder, request.featureCache, request.device}, context);
    if (!inspector)
        return failFrom(std::move(inspector));
    const auto recordOf = [&](std::int64_t item) -> const ImageRecord & {
        return request.dataset.images[request.images[static_cast<std::size_t>(item)]];
    };
    ImageAhead ahead(model.info.figures.budgetBytes > 0 ? 0 : ImageAhead::defaultBytes);
    ItemsInOrder<HeldOutScore> items;
    items.total = std::ssize(request.images);
    items.takenBy = TakenBy::All;
    items.work = [&](std::int64_t item) {
        common.report("calibrate", item, items.total);
        if (model.info.figures.budgetBytes > 0)
            giveBackFreeMemory();
        const auto next = items.nextOf(item, ranks);
        auto opened = ahead.open(recordOf(item).path, next ? recordOf(*next).path : std::filesystem::path(), common);
        return scoreHeldOut(**inspector, std::move(opened), recordOf(item), trained, request.strict, common);
    };
    items.encode = messageOf;
    items.decode = scoreOf;
    items.take = [&](std::int64_t item, HeldOutScore &&scored) -> Result<void> {
        takeScore(model, recordOf(item), scored, trained, copies, common);
        return {};
    };
    if (auto scored = items.run(ranks, common); !scored)
        return scored;
    common.report("calibrate", items.total, items.total);
    if (copies.count > 0)
        common.notice(fmt::format("{} images are not used for the score scale: they are copies of images that the bank "
                                  "was trained on (first: {} of {})",
                                  copies.count, copies.first, copies.of));
    const auto scale = scoreScaleFrom(model.info.heldOutScores);
    if (!scale) {
        common.notice(fmt::format("the model is uncalibrated, its scores are raw distances: {}; or patina-cli model "
                                  "calibrate MODEL DIR with other good images",
                                  scale.error().detail));
        return {};
    }
    model.info.scoreScale = *scale;
    if (scale->images < soundHeldOut)
        common.notice(fmt::format("the score scale and the thresholds are rough: they come from {} held-out "
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
    auto calibrated = calibrateModel(model, request, alone(), context);
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
