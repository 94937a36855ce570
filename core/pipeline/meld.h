#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/pipeline/model.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace patina {

struct MeldRequest
{
    std::vector<std::filesystem::path> models; ///< two or more
    std::int64_t bankSize = 0;                 ///< 0 = the largest of the models' bank sizes
    int threads = 0;
};

/// Joins the banks of models that agree in backbone, layers, scale, bit depth, intensity and projection: greedy
/// farthest-first over all rows together, in an order that their values decide, so that the models' order changes no
/// bit of the bank. Of equal rows one stays. Rows keep their data set version and image, counted on from model to
/// model; what else a model says is the first one's. Coverage figures are upper bounds for the patches each drew:
/// the largest of the models' and the distance that the selection has moved a row. The result is uncalibrated, its
/// support is not counted.
/// Progress stage: "coreset". Errors: BadArgument (fewer than two models, bankSize outside 0..largestBankSize), those
/// of loadModel(), VersionMismatch (models that do not agree: what differs, with both values), Cancelled.
Result<Model> meldModels(const MeldRequest &request, const JobContext &context);

} // namespace patina
