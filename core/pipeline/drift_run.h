#pragma once

#include "core/base/job_context.h"
#include "core/pipeline/inspector.h"
#include "core/pipeline/scoring_run.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace patina {

/// New good parts to compare with those that a model's score scale was made of.
struct DriftImages
{
    std::vector<ScoreItem> items;
    std::int64_t known = 0; ///< left out: the bank was trained on them, or they are held out themselves
};

/// One folder is listed as a data set: its good images, of every split, without those that the model knows (as
/// calibrationImages() finds them, and those held out of a data set of that name). Files, and several folders, are
/// taken as they are. Errors: those of openDataset() and listScoreItems(); NotFound (no good image that the model does
/// not know).
Result<DriftImages> driftImages(const ModelInfo &info, const std::vector<std::filesystem::path> &inputs, bool strict,
                                const JobContext &context);

struct DriftScores
{
    std::vector<std::string> ids;
    std::vector<double> scores; ///< on the model's scale, in the same order
    std::int64_t skipped = 0;
};

/// Scores each image once. Progress stage "score". Errors: those of reading and scoring (strict: of any image),
/// Unreadable (none could be scored), Cancelled.
Result<DriftScores> scoreDrift(Inspector &inspector, const std::vector<ScoreItem> &items, bool strict,
                               const JobContext &context);

/// The scores that the model keeps of its held-out images, on its scale.
std::vector<double> heldOutOnScale(const ModelInfo &info);

} // namespace patina
