#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/result.h"
#include "core/image/image_source.h"
#include "core/scoring/score_map.h"

#include <opencv2/core.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace patina {

/// What training said when it was done; kept in the model.
struct TrainingFigures
{
    double coverageRadius = 0.0; ///< largest L2 distance of a sample of training patches to the bank
    double coverageP999 = 0.0;
    double coverageMean = 0.0;
    std::int64_t peakBytes = 0;
    std::int64_t budgetBytes = 0; ///< that the run was to stay below; 0: none was given
    double totalS = 0.0;
    double featuresS = 0.0;
    double coresetS = 0.0;
    double supportS = 0.0;     ///< of the second pass over the images
    double checkpointsS = 0.0; ///< of writing them
    std::int64_t images = 0;   ///< images whose patches went into the selection
    std::int64_t patches = 0;  ///< patches offered to the selection
    std::int64_t skipped = 0;  ///< images that could not be read
};

/// One version of a data set that a bank has seen: PatchRef::dataset is its place in ModelInfo::versions. Its images
/// follow those of the version before in ModelInfo::images.
struct DatasetVersion
{
    std::string name;             ///< last part of the data set's path; empty: unknown, the model is an older one
    std::string createdUtc;       ///< when training on it began, ISO 8601
    std::int64_t images = 0;      ///< that the bank was trained on
    std::string how = "training"; ///< how its rows got in: "training", or "initial" from the model that one began with

    bool operator==(const DatasetVersion &) const = default;
};

/// A region of a good image whose patches hardly any other image bears out: contamination, or a rare variant.
struct SuspectRegion
{
    std::string image; ///< id of a training image, or of one held out for the score scale
    cv::Rect areaPx;   ///< in the image file, where the features of its patches come from
    /// Of its loneliest patch: the distance to the n-th nearest other image (nearbyImages), in covering radii of the
    /// bank before rows were dropped.
    double loneliness = 0.0;
    std::int32_t rows = 0; ///< of the bank, as it was selected, that lie there; 0: the image is held out

    bool operator==(const SuspectRegion &) const = default;
};

/// Everything a model says about itself: enough to score the same way anywhere, and to be audited.
struct ModelInfo
{
    int formatVersion = 1;
    std::string createdUtc; ///< ISO 8601
    std::string backboneName;
    std::string backboneSha256; ///< of the backbone's tensors; scoring refuses another
    std::vector<std::string> layers;
    int tilePx = 0;
    double scale = 1.0; ///< reduction of the image before the backbone
    IntensityScale intensity;
    int bitDepth = 8;
    double sigmaPx = 4.0;
    std::string strategy;
    std::int64_t bankSize = 0;      ///< asked for
    std::int64_t sample = 0;        ///< patches drawn before selection; 0 = all
    std::int64_t reservoirRows = 0; ///< patches that the sample of the strategy reservoir may hold; 0: another strategy
    std::int64_t shards = 1;        ///< parts that the images were cut into, a bank of each, joined in a tree
    std::uint64_t seed = 0;
    double holdout = 0.0;
    std::vector<std::string> images;         ///< ids of training images, PatchRef::image indexes it
    std::vector<std::string> imageDigests;   ///< contentDigest() of each, "" for one without; or none at all
    std::vector<DatasetVersion> versions;    ///< their images add up to `images`
    std::string initialHash;                 ///< content hash of the model that training began with; empty: none
    std::string keep;                        ///< what became of its rows: "append", "quota:P", "reduce"; empty: none
    std::string supportRule;                 ///< "auto" or the least number of images; empty: support is not counted
    std::int64_t droppedRows = 0;            ///< by that rule
    std::vector<std::string> excludedImages; ///< ids: something of them was kept out of the bank or the score scale
    std::vector<SuspectRegion> suspects;     ///< the loneliest first
    std::vector<std::string> heldOutImages;  ///< ids of those kept for the scale
    std::vector<std::string> heldOutDigests; ///< of these, as imageDigests
    std::vector<double> heldOutScores;       ///< their raw scores, in the same order
    ScoreScale scoreScale;
    TrainingFigures figures;
    // Of the file; filled by loadModel and loadModelInfo:
    std::int64_t bankRows = 0;
    std::int64_t bankDim = 0;
    std::string bankSha256; ///< of the bank's bytes; empty after loadModelInfo
    std::string hash;       ///< of all content but itself
};

struct Model
{
    ModelInfo info;
    FeatureMatrix bank;                ///< m x d
    FeatureMatrix projection;          ///< d x p, p = 0: none
    std::vector<PatchRef> origins;     ///< m
    std::vector<std::int32_t> support; ///< m; training images in which the row is some patch's nearest; -1 = not
                                       ///< counted, or of an earlier version
};

/// The JSON text under the metadata key `patina`: everything of `info` but what the file tells.
std::string modelInfoToJson(const ModelInfo &info);
/// Errors: BadFormat (not JSON, a field missing, of another type or out of its range, named), VersionMismatch.
Result<ModelInfo> modelInfoFromJson(std::string_view text);

/// Writes under a temporary name, syncs, renames: the old file or the whole new one, never half of one.
/// \returns the model's content hash. Errors: WriteFailed.
Result<std::string> saveModel(const Model &model, const std::filesystem::path &path);

/// Errors: NotFound, Unreadable, BadFormat, VersionMismatch, Corrupt (content hash), TooLarge, Cancelled.
Result<Model> loadModel(const std::filesystem::path &path, const JobContext &context = {});

/// What a model says about itself, without its rows: cheap, whatever the bank weighs. The hash is the one that the file
/// states; that its contents match it is for loadModel to prove.
/// Errors: NotFound, Unreadable, BadFormat, VersionMismatch, TooLarge.
Result<ModelInfo> loadModelInfo(const std::filesystem::path &path);

} // namespace patina
