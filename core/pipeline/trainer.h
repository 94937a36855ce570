#pragma once

#include "core/backbone/backbone.h"
#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/coreset/initial_bank.h"
#include "core/dataset/dataset.h"
#include "core/network/device.h"
#include "core/pipeline/excluded_regions.h"
#include "core/pipeline/intensity_probe.h"
#include "core/pipeline/model.h"
#include "core/pipeline/support_rule.h"
#include "core/ranks/rank_group.h"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace patina {

struct TrainRequest
{
    Dataset dataset; ///< its good training images are used
    std::string backbone = "efficientnet-lite0";
    std::filesystem::path backboneFolder; ///< empty: the user's data folder
    std::filesystem::path featureCache;   ///< folder that features are kept in and read from; empty: none
    std::vector<std::string> layers;      ///< empty: the backbone's default
    CoresetSettings coreset;              ///< its reservoirRows follow from reservoirBytes
    std::int64_t reservoirBytes = std::int64_t{1} << 30U; ///< strategy reservoir: what the sample may take
    SupportRule support;
    std::filesystem::path excludeList;    ///< images and regions kept out of the bank; empty: none
    std::vector<OutlinedRegion> outlines; ///< of training images, beside their masks
    std::set<ClassKind> excludedKinds{ClassKind::Defect, ClassKind::Ambiguous}; ///< of masks and outlines
    int projectionDim = -1;                  ///< -1: 128 where features are wider than 256, else none; 0: none
    std::int64_t sample = 0;                 ///< patches drawn uniformly over all images before selection; 0 = all
    std::int64_t maxImages = 0;              ///< seeded draw of that many training images; 0 = all
    double holdout = 0.1;                    ///< share of good training images kept for the score scale; whole groups
    std::optional<ImageIntensity> intensity; ///< what all images have; none: what probeIntensity() finds in them
    int tilePx = 0;
    double scale = 1.0;
    double sigmaPx = 4.0;
    bool strict = false; ///< an unreadable image or folder ends the run instead of being left out
    int threads = 0;
    Device device{};
    std::filesystem::path initialModel;     ///< whose bank this one starts from; empty: none
    KeepRule keep;                          ///< what becomes of the rows of that bank
    std::filesystem::path checkpointFolder; ///< empty: no checkpoints
    std::int64_t memoryBytes = 0;           ///< peak resident memory of the process to stay below; 0: no promise
    std::int64_t shards = 0;                ///< parts that the images are cut into; 0: one for each rank
    bool resume = false;                    ///< go on from the checkpoint, which has to be of the same run
};

/// Trains one image at a time; memory does not grow with the number of images once the reservoir is full (strategy
/// Offline excepted).
/// With a checkpoint folder a run that was cut off at any moment goes on from its last checkpoint, some fiftieth of its
/// time earlier, to the same bank; a finished run's checkpoint stays until removeCheckpoint().
/// With an initial model its bank is the start: rows and images keep their data set versions, new ones are of the next,
/// the projection is that model's, and the figures count what this run showed.
/// The images are read a second time to count which rows others bear out; see supportPass().
/// In shards (see BankShards) the bank differs from that of one run, and is the same on any number of ranks; an initial
/// model and `sample` do not go with them.
/// With `memoryBytes` the run is planned to stay below, which is said before it starts; a size that cannot be kept is
/// refused with the smallest that can. Progress stages: "memory", "features" (images), "coreset", "support",
/// "coverage", "calibrate". Errors: NotFound, BadArgument (memory), Unreadable (strict), VersionMismatch (checkpoint of
/// another run; an initial model whose rows cannot be compared), Cancelled, ...
/// Ranks share the images; every one returns the model. Its times of features and coreset are those of all together,
/// its peak is that of the largest rank.
Result<Model> train(const TrainRequest &request, RankGroup &ranks, const JobContext &context);
/// The same by one process.
Result<Model> train(const TrainRequest &request, const JobContext &context);

} // namespace patina
