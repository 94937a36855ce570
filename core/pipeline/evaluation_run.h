#pragma once

#include "core/base/job_context.h"
#include "core/dataset/dataset.h"
#include "core/metrics/evaluation.h"
#include "core/pipeline/inspector.h"
#include "core/ranks/rank_group.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace patina {

struct EvaluateRequest
{
    Dataset dataset; ///< its test images are scored
    LabelPolicy policy;
    std::int64_t minAreaPx = 1;
    std::optional<double> reviewThreshold; ///< on the model's scale; default: the model's own, if it is calibrated
    std::optional<double> rejectThreshold;
    BootstrapSettings bootstrap;
    bool keepRegions = true; ///< of good images at many thresholds; else those at the two are counted alone
    bool strict = false;     ///< an image or folder that cannot be used ends the run instead of being left out
    std::map<std::string, std::string> sha256{};    ///< of test images by their ids, as far as known: not read again
    std::map<std::string, std::string> otherUsed{}; ///< more images than the model's that copies of are left out: ids
                                                    ///< by contentDigest()
};

/// A test image with the content of one that the figures must not be quoted on.
struct LeftOutCopy
{
    std::string image;
    std::string of;
    bool operator==(const LeftOutCopy &) const = default;
};

/// Figures of a test set: of all images and of two halves that know nothing of each other, by whether the CRC-32 of the
/// file name's stem is even or odd. Settings are chosen on one half and quoted on the other.
struct EvaluationRun
{
    Evaluation all;
    Evaluation even;
    Evaluation odd;
    std::int64_t skipped = 0;
    std::vector<LeftOutCopy> copies{};           ///< of images that the model was trained or calibrated on
    std::vector<LeftOutCopy> otherCopies{};      ///< of EvaluateRequest::otherUsed
    std::map<std::string, std::string> sha256{}; ///< of the test images by their ids
    std::string whyNoThresholds;                 ///< empty where the figures at the two thresholds have a meaning
};

/// CRC-32 (ISO 3309, as zlib has it) of the file name without folder and extension.
std::uint32_t stemCrc32(const ImageRecord &record);

/// Scores every test image once, in bounded memory. Progress stages: "validation" (good images of
/// the validation split, whose pixels give the threshold of SegF1), "evaluate" (images).
/// Ranks share the images; only on the first one is there anything in what comes out, the same bit for bit as of one
/// process. Copies of images that the model was made from are left out; the notice says how many, and where an older
/// model cannot tell. A mask that cannot be used always ends the run: figures without a part of their ground truth
/// would be wrong ones. Errors: NotFound (no test images, or copies only), BadArgument (thresholds), ShapeMismatch (a
/// mask of another size, named), Unreadable (a mask, all images; where strict any), Cancelled.
Result<EvaluationRun> evaluateDataset(Inspector &inspector, const EvaluateRequest &request, RankGroup &ranks,
                                      const JobContext &context);

} // namespace patina
