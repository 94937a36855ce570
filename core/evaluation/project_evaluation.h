#pragma once

#include "core/evaluation/kept_figures.h"
#include "core/evaluation/policy_evaluation.h"
#include "core/evaluation/project_truth.h"

#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace patina {

/// The score map of an image, to be made row by row.
struct ScoredMap
{
    cv::Size imageSize; ///< of the file
    cv::Size mapSize;
    PolicyEvaluation::RenderMap render;
};

/// Errors: those of opening and scoring; the image is skipped then.
using OpenMap = std::function<Result<ScoredMap>(const ProjectImage &image, const JobContext &context)>;

/// Where evaluated images are kept, so that one whose labels, zones and file are the same needs no map again. A key is
/// a SHA-256 of all that they depend on.
class EvaluatedImageStore
{
public:
    virtual ~EvaluatedImageStore() = default;
    virtual std::optional<EvaluatedImage> get(const std::string &key) = 0;
    virtual void put(const std::string &key, const EvaluatedImage &image) = 0;
};

struct ProjectEvaluationRequest
{
    std::shared_ptr<const ProjectContents> contents;
    std::string reader; ///< see ProjectTruth
    std::vector<LabelPolicy> policies;
    EvaluationSettings settings; ///< without policy, SegF1 threshold and levels, which are set here
    std::string modelHash;
    UsedImages usedByModel;                ///< see EvaluationScope
    std::set<std::string> withoutImages{}; ///< ids: in no figure, whatever the scope says; of another part
    OpenMap openMap;
    /// As countingFloor() of the model. The minimum area, in map pixels, is that of the settings.
    float countingFloor = -std::numeric_limits<float>::infinity();
    bool withSegF1 = true;                      ///< takes the maps of the good validation images
    std::shared_ptr<EvaluatedImageStore> store; ///< null: all is evaluated anew
    std::shared_ptr<KeptFigures> kept;          ///< null: all is added up anew; takes a store to be of use
};

struct SkippedImage
{
    std::string id;
    std::string why; ///< one sentence
    bool operator==(const SkippedImage &) const = default;
};

struct ProjectEvaluation
{
    std::vector<LabelClass> classes;
    std::vector<LabelPolicy> policies;
    std::vector<Evaluation> evaluations; ///< one for each policy
    EvaluationScope scope;
    std::vector<SkippedImage> skipped; ///< of those that would have counted
    std::string truthSha256;           ///< over the ids, files and truths of the images that count
};

/// The figures of a project's images, in bounded memory. Stages "validation", "evaluate" (images).
/// Errors: BadArgument (thresholds; no policy), NotFound (no image of which anybody has said what it is), Unreadable
/// (none of them could be used, with why), Cancelled. An image that cannot be used, or has labels of another size, is
/// left out whole and named.
Result<ProjectEvaluation> evaluateProject(const ProjectEvaluationRequest &request, const JobContext &context);

} // namespace patina
