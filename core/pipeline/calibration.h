#pragma once

#include "core/base/job_context.h"
#include "core/dataset/dataset.h"
#include "core/pipeline/model.h"

#include <filesystem>
#include <vector>

namespace patina {

struct CalibrationRequest
{
    const Dataset &dataset;
    std::vector<std::size_t> images;      ///< good images that the bank has not seen; indices into dataset.images
    std::filesystem::path backboneFolder; ///< empty: the user's data folder
    bool strict = false;                  ///< an unreadable image ends the run instead of being left out
    int threads = 0;
};

/// Scores the images and sets the model's score scale from them. Without enough of them the model stays uncalibrated,
/// and the notice says so. Progress stage: "calibrate". Errors: those of Inspector, Unreadable (strict), Cancelled.
Result<void> calibrateModel(Model &model, const CalibrationRequest &request, const JobContext &context);

} // namespace patina
