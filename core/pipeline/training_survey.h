#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/pipeline/memory_plan.h"
#include "core/pipeline/trainer.h"

#include <opencv2/core.hpp>

#include <cstdint>

namespace patina {

/// What a request would train on, by the headers of its images.
struct TrainingSurvey
{
    std::int64_t images = 0;     ///< that train the bank
    std::int64_t heldOut = 0;    ///< kept for the score scale
    std::int64_t unreadable = 0; ///< of both
    cv::Size smallest;           ///< by its pixels; of the readable ones
    cv::Size largest;

    bool operator==(const TrainingSurvey &) const = default;
};

/// Splits the images as the run would, and reads their headers. Stage "list" (images).
/// Errors: NotFound (no good training image), those of ExcludedRegions::read(), Cancelled.
Result<TrainingSurvey> surveyTraining(const TrainRequest &request, const JobContext &context);

/// How a run would be cut up, and what it would take.
struct PlannedTraining
{
    WorkingPlan plan;
    MemorySplit split;
    std::int64_t patches = 0; ///< of all training images

    bool operator==(const PlannedTraining &) const = default;
};

/// Plans the run as train() does before its first image, and measures what the network takes: some seconds. Without a
/// memory budget, what the run would take as it is asked for. Errors: those of train() up to its first image.
Result<PlannedTraining> planTrainingRun(const TrainRequest &request, const JobContext &context);

} // namespace patina
