#pragma once

#include "core/backbone/backbone.h"
#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/network/device.h"
#include "core/pipeline/training_job.h"
#include "core/pipeline/training_survey.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace patina {

/// What there is to choose from on this machine.
struct TrainingChoices
{
    std::vector<BackboneInfo> backbones;
    std::vector<std::string> problems;      ///< one sentence for each installed file that cannot be read
    std::filesystem::path backboneFolder;   ///< where they are installed
    std::vector<std::string> architectures; ///< of backbones that can be imported
    std::vector<Device> devices;            ///< the processor first
};

/// Weights to install as a backbone.
struct BackboneImport
{
    std::filesystem::path file;
    std::string architecture;
    std::string name; ///< empty: the architecture's
    std::string licence = "unknown";
    bool trustCode = false; ///< TorchScript: run the code that the module carries
    bool replace = false;   ///< overwrite another backbone of that name

    bool operator==(const BackboneImport &) const = default;
};

/// What is to be trained.
struct TrainingOrder
{
    TrainingJob job;
    std::filesystem::path folder; ///< data set to list first; empty: the job's own images
};

/// A run that was cut off.
struct UnfinishedRun
{
    std::int64_t imagesDone = 0;
    std::int64_t images = 0; ///< 0: not known
    std::string backbone;
    std::string strategy;
    std::int64_t bankSize = 0;
    bool inShards = false; ///< begun by several processes: only the command line goes on with it
};

/// What training has left, without its rows.
struct TrainingOutcome
{
    ModelInfo model;
    std::int64_t rows = 0;
    std::int64_t suspects = 0;
    std::filesystem::path out;
    std::filesystem::path suspectsFolder;
};

/// Everything the page of training asks of core that takes time. Stateless: may be called from several threads at once.
/// The window is tested with another implementation.
class TrainingEngine
{
public:
    virtual ~TrainingEngine() = default;

    /// Errors: Unreadable.
    virtual Result<TrainingChoices> choices(const JobContext &context) const = 0;
    /// \returns the name it is installed under. Errors: those of importBackbone().
    virtual Result<std::string> importBackbone(const BackboneImport &order, const JobContext &context) const = 0;
    /// Errors: those of openDataset() and surveyTraining().
    virtual Result<TrainingSurvey> survey(const TrainingOrder &order, const JobContext &context) const = 0;
    /// Errors: those of openDataset() and planTrainingRun().
    virtual Result<PlannedTraining> plan(const TrainingOrder &order, const JobContext &context) const = 0;
    /// What is left of a run that was to write `out`; nothing: there is none. Errors: those of checkpointFacts().
    virtual Result<std::optional<UnfinishedRun>> unfinished(const std::filesystem::path &out,
                                                            const JobContext &context) const = 0;
    /// A run that goes on (request.resume) has the settings that it was begun with.
    /// Errors: those of openDataset() and runTraining().
    virtual Result<TrainingOutcome> train(const TrainingOrder &order, const JobContext &context) const = 0;
};

} // namespace patina
