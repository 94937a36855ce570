#pragma once

#include "core/base/job_context.h"
#include "core/studies/study_folder.h"
#include "core/studies/study_plan.h"
#include "core/studies/study_table.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace patina {

struct StudyRequest
{
    StudyPlan plan;
    std::filesystem::path out; ///< folder: models/, runs/ and what the study comes to
    std::string backbone = "efficientnet-lite0";
    std::filesystem::path backboneFolder; ///< empty: the user's data folder
    std::filesystem::path featureCache;   ///< empty: none
    int seeds = 5;
    std::uint64_t firstSeed = 0;
    double scale = 1.0; ///< of the images, as in training
    int threads = 0;
    Device device{};
    std::int64_t resamples = 1000;
    std::shared_ptr<const StudyFolder> held; ///< of a run of the same study that goes on in it; none: it is taken
};

struct StudyResults
{
    std::vector<StudyArmResults> arms; ///< as the arms of the plan
    StudyTable table;
    std::int64_t resumed = 0;           ///< runs that were there already
    std::set<std::string> sharedGroups; ///< see groupsOnBothSides(), of any arm
    std::shared_ptr<const StudyFolder>
        folder; ///< nobody else works in it while this lives: until the report is written
};

/// Runs every arm with every seed. All good training images of a step train: thresholds come from equal overkill, not
/// from a score scale, so that the arm with one image is compared like the one with hundreds. A run that is there, of
/// the same plan, images, backbone and program, is not made again; models that arms have in common are trained once.
/// Cancelled or killed, the study goes on where it was. Progress: stage "study" (runs; those that are there count as
/// done from the start); a notice for each run with its figures, and one where groups stand on both sides. The folder
/// holds one study of the same data, see StudyFolder. Errors: BadArgument (no seeds, an arm without images),
/// WriteFailed, those of StudyFolder::take(), train() and evaluateDataset().
Result<StudyResults> runStudy(const StudyRequest &request, const JobContext &context);

} // namespace patina
