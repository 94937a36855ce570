#include "core/pipeline/training_survey.h"

#include "core/image/image_source.h"
#include "core/pipeline/memory_probe.h"
#include "core/pipeline/training_plan.h"
#include "core/pipeline/training_setup.h"

#include <limits>
#include <optional>

namespace patina {

namespace {

void addSize(TrainingSurvey &survey, cv::Size size)
{
    const auto area = [](cv::Size of) { return std::int64_t{of.width} * of.height; };
    if (survey.largest.empty() || area(size) < area(survey.smallest))
        survey.smallest = size;
    if (area(size) > area(survey.largest))
        survey.largest = size;
}

/// Above what any machine has, and far from where sums of it overflow.
constexpr std::int64_t noBudget = std::numeric_limits<std::int64_t>::max() / 4;

} // namespace

Result<TrainingSurvey> surveyTraining(const TrainRequest &request, const JobContext &context)
{
    auto split = splitRequest(request, context);
    if (!split)
        return failFrom(std::move(split));
    TrainingSurvey survey;
    survey.images = std::ssize(split->train);
    survey.heldOut = std::ssize(split->heldOut);
    std::int64_t done = 0;
    for (const auto *images : {&split->train, &split->heldOut})
        for (const std::size_t index : *images) {
            if (context.cancelled())
                return cancelledError();
            context.report("list", done++, survey.images + survey.heldOut);
            const auto info = probeImage(request.dataset.images[index].path);
            if (info)
                addSize(survey, info->size());
            else
                ++survey.unreadable;
        }
    return survey;
}

Result<PlannedTraining> planTrainingRun(const TrainRequest &request, const JobContext &context)
{
    TrainRequest asked = request;
    if (asked.memoryBytes <= 0)
        asked.memoryBytes = noBudget;
    auto setup = setUpTraining(asked, context);
    if (!setup)
        return failFrom(std::move(setup));
    const int selectionDim = setup->model.projection.dim();
    const std::int64_t initialRows = setup->initial ? setup->initial->rows.rows() : 0;
    const auto needs = measureNeeds(asked, selectionDim, initialRows, setup->split, *setup->extractor, context);
    if (!needs)
        return tl::unexpected(needs.error());
    const bool limited = request.memoryBytes > 0;
    return planTraining(request, limited ? std::optional(*needs) : std::nullopt, std::nullopt,
                        setup->extractor->dimension(), selectionDim, context)
        .map([&](const WorkingPlan &plan) {
            return PlannedTraining{plan, splitOf(plan, *needs), needs->patches};
        });
}

} // namespace patina
