#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/dataset/dataset.h"
#include "core/thresholds/image_parts.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace patina {

/// Two data sets that have no group in common: thresholds are chosen on the test images of one, figures quoted on those
/// of the other.
struct CalibrationPart
{
    Dataset calibration; ///< without validation images
    Dataset quoted;
    std::int64_t leftOut = 0; ///< test images in neither: others of their group calibrate
    ImageParts parts;         ///< the same by ids; of another data set that calibrates the ids there
};

/// Parts the test images by dealtParts(). Errors: those.
Result<CalibrationPart> partByGroups(const Dataset &dataset, double share, std::uint64_t seed);

/// Calibrates on another data set (a folder), or on the test images that a list names (CSV with a column `image`, ids).
/// Images that are quoted lose those of a group that calibrates, too.
/// Errors: those of openDataset() and readCsvTable(); BadArgument (the folder is the data set itself, a name that is no
/// test image, one part has no image).
Result<CalibrationPart> partByFolderOrList(const Dataset &dataset, const std::filesystem::path &folderOrList,
                                           const JobContext &context);

} // namespace patina
