#pragma once

#include "core/pipeline/bank_selection.h"
#include "core/pipeline/checkpoint_keeper.h"
#include "core/pipeline/excluded_regions.h"
#include "core/pipeline/training_images.h"
#include "core/pipeline/training_plan.h"

#include <functional>
#include <optional>
#include <span>
#include <string>

namespace patina {

/// What the banks of one training run have in common; all of it outlives them.
struct BankRunParts
{
    const TrainRequest &request;
    const ModelInfo &info; ///< as it was set up, without images of this run
    const FeatureMatrix &projection;
    const ExcludedRegions &excluded;
    FeatureExtractor &extractor;
};

/// A bank of training images, with what its coverage can be measured on.
struct SelectedBank
{
    Model model; ///< its figures are those of showing and selecting; support is not counted
    FeatureMatrix coveragePatches;
    std::string lastProblem; ///< of an image that was skipped; empty: none was
};

/// The plan of a run that begins, or goes on with that of its checkpoint.
using PlanRun = std::function<Result<WorkingPlan>(const std::optional<WorkingPlan> &begun, const JobContext &context)>;

/// Shows training images one by one to a selection, and keeps checkpoints.
class BankRun
{
public:
    /// \param images to show, in that order: indices into the request's data set.
    BankRun(const BankRunParts &parts, std::span<const std::size_t> images, CheckpointKeeper checkpoints,
            const JobContext &context)
        : m_parts(parts), m_shown(images), m_checkpoints(std::move(checkpoints)), m_context(context)
    {
    }

    /// Without patches, all images being skipped or excluded, the bank is empty. figures.totalS is what runs before
    /// this one took. Progress stages: "features", "coreset". Errors: those of CheckpointKeeper::begin(), of the plan
    /// and of BankSelection; of an image, where the request is strict; Cancelled.
    Result<SelectedBank> run(std::optional<InitialBank> initial, bool resume, const PlanRun &planned);

    /// The plan that was followed.
    const WorkingPlan &plan() const { return m_plan; }

private:
    Result<void> begin(std::optional<InitialBank> initial, bool resume, const PlanRun &planned);
    Result<void> goOnFrom(Checkpoint checkpoint);
    Result<void> showImages();
    Result<void> showImage(const ImageRecord &record, const ImageRecord *next);
    Result<void> showPatches(const ImageRecord &record, const ImageRecord *next);
    void keepCheckpoint();
    Result<SelectedBank> select();

    const BankRunParts &m_parts;
    std::span<const std::size_t> m_shown;
    CheckpointKeeper m_checkpoints;
    const JobContext &m_context;
    Stopwatch m_watch;
    double m_earlierS = 0.0; ///< that runs before a resume took
    WorkingPlan m_plan;
    Model m_model;
    std::optional<TrainingImages> m_images;
    std::optional<BankSelection> m_selection;
    std::string m_lastProblem;
    std::int64_t m_nextImage = 0; ///< in m_shown
};

} // namespace patina
