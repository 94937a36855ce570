#pragma once

#include "core/base/job_context.h"
#include "core/image/overlay.h"
#include "core/pipeline/inspector.h"

#include <filesystem>
#include <string>
#include <vector>

namespace patina {

enum class MapFormat {
    None,
    Tiff, ///< float32 scores
    Png,  ///< 8-bit grey: 0 = score 0, 255 = the overlays' highest score and above
};

struct ScoreOutputs
{
    std::filesystem::path folder; ///< maps and overlays go below it, under the images' ids
    MapFormat map = MapFormat::Tiff;
    bool overlays = false;
};

/// An image to score and the name it goes by: path below what was asked for, '/' separated.
struct ScoreItem
{
    std::filesystem::path path;
    std::string id;
};

struct ScoredImage
{
    std::string id;
    double score = 0.0;
    Verdict verdict = Verdict::Ok;
    std::int64_t regions = 0; ///< components at or above the review threshold
    std::string map;          ///< file below the output folder; empty: none
    std::string overlay;
    std::int64_t patches = 0; ///< that were searched for
};

struct ScoreList
{
    std::vector<ScoreItem> items;
    std::vector<std::string> leftOut; ///< what below the folders could not be read, a sentence each
};

/// Images of the given files and folders (with all below), sorted. With several folders ids start with the folder's
/// name. Where `output` lies below a folder, what it holds is left out: the maps of an earlier run are no images.
/// Errors: NotFound (missing, or no images at all), Unreadable, BadArgument (a folder is `output`; two of one id).
Result<ScoreList> listScoreItems(const std::vector<std::filesystem::path> &inputs, const std::filesystem::path &output);

/// The one scale of all overlays of a model: from 0 to one and a half times the reject threshold (at least 2); raw
/// distances up to twice the covering radius where the model is uncalibrated.
OverlaySettings overlaySettingsFor(const ModelInfo &model);

/// Scores one image and writes what is asked for, the map in bounded memory. Files appear whole or not at all.
/// Errors: those of reading, scoring and writing; TooLarge (a PNG map of over 512 megapixels).
/// \param opened the image, by openImage() or ImageAhead; its error is passed on.
Result<ScoredImage> scoreToFiles(Inspector &inspector, const ScoreItem &item,
                                 Result<std::unique_ptr<ImageSource>> opened, const ScoreOutputs &outputs,
                                 const JobContext &context);

} // namespace patina
