#include "core/pipeline/calibration.h"

#include "core/pipeline/inspector.h"

#include <fmt/format.h>

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

} // namespace

Result<void> calibrateModel(Model &model, const CalibrationRequest &request, const JobContext &context)
{
    model.info.scoreScale = {};
    model.info.heldOutImages.clear();
    model.info.heldOutScores.clear();
    auto inspector = Inspector::create(model, {request.threads, request.backboneFolder});
    if (!inspector)
        return failFrom(std::move(inspector));
    const auto total = static_cast<std::int64_t>(request.images.size());
    for (std::int64_t i = 0; i < total; ++i) {
        context.report("calibrate", i, total);
        const ImageRecord &record = request.dataset.images[request.images[static_cast<std::size_t>(i)]];
        if (auto scored = scoreHeldOut(model, **inspector, record, request.strict, context); !scored)
            return scored;
    }
    context.report("calibrate", total, total);
    const auto scale = scoreScaleFrom(model.info.heldOutScores);
    if (!scale) {
        context.notice(
            fmt::format("the model is uncalibrated, its scores are raw distances: {}", scale.error().detail));
        return {};
    }
    model.info.scoreScale = *scale;
    if (scale->images < soundHeldOut)
        context.notice(fmt::format("the score scale and the thresholds are rough: they come from {} held-out "
                                   "good images; hold out {} or more (--holdout, or validation/good)",
                                   scale->images, soundHeldOut));
    return {};
}

} // namespace patina
