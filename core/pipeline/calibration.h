#pragma once

#include "core/base/job_context.h"
#include "core/dataset/dataset.h"
#include "core/network/device.h"
#include "core/pipeline/model.h"
#include "core/ranks/rank_group.h"

#include <filesystem>
#include <vector>

namespace patina {

/// With fewer held-out images a score scale and its thresholds are rough.
inline constexpr int soundHeldOut = 10;

struct CalibrationRequest
{
    const Dataset &dataset;
    std::vector<std::size_t> images;      ///< good images that the bank has not seen; indices into dataset.images
    std::filesystem::path backboneFolder; ///< empty: the user's data folder
    bool strict = false;                  ///< an unreadable image ends the run instead of being left out
    int threads = 0;
    std::filesystem::path featureCache{}; ///< folder that features are kept in and read from; empty: none
    Device device{};
};

/// Scores the images and sets the model's score scale from them, but for copies of images that the bank was trained on,
/// which are left out and named. Without enough of them the model stays uncalibrated,
/// and the notice says so. Ranks share the images, and all come to the same. Progress stage: "calibrate".
/// Errors: those of Inspector, Unreadable (strict), Cancelled.
Result<void> calibrateModel(Model &model, const CalibrationRequest &request, RankGroup &ranks,
                            const JobContext &context);

/// Good images of a data set that a model's scale can be made of.
struct CalibrationImages
{
    std::vector<std::size_t> images; ///< indices into Dataset::images
    std::int64_t trainedOn = 0;      ///< good images left out: the bank has seen them, or others of their group
    std::int64_t ofTest = 0;         ///< of `images`, those of the test split
};

/// Good images of all splits. Left out are those of which something was excluded, and those whose id is among the
/// training images of a data set version of the same name (or of one whose name is not known), and those of their
/// groups.
CalibrationImages calibrationImages(const ModelInfo &info, const Dataset &dataset);

struct CalibrationReport
{
    CalibrationImages found;
    std::int64_t skipped = 0; ///< images that could not be scored
};

/// Calibrates a model on a data set of its own; request.images is chosen by calibrationImages(). Notices what is left
/// out, and test images, whose figures then come out too good.
/// Errors: NotFound (no such images), BadArgument (no scale can be made of them); those of calibrateModel(). After an
/// error the model is as it was.
Result<CalibrationReport> recalibrate(Model &model, CalibrationRequest request, const JobContext &context);

} // namespace patina
