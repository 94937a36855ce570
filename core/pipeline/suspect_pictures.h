#pragma once

#include "core/base/job_context.h"
#include "core/dataset/dataset.h"
#include "core/pipeline/model.h"

#include <filesystem>

namespace patina {

/// The file of the list in its folder.
std::filesystem::path suspectsFile(const std::filesystem::path &folder);

/// Whether a list may be written into the folder: it is missing or empty, or an earlier list lies in it. What else a
/// folder holds is somebody's own. Errors: BadArgument, with the way out.
Result<void> checkSuspects(const std::filesystem::path &folder);

/// Puts the list that an earlier run left aside as suspects.before.csv, or under the next free number, as it may have
/// been edited, and removes its pictures.
void removeSuspects(const std::filesystem::path &folder);

/// Writes suspects.csv (image, x, y, width, height, loneliness, rows, picture) into the folder, which is made where it
/// is missing, and a picture of each: the region outlined, with what is around it. An image that cannot
/// be read gets no picture, and the notice says so. Without suspects nothing is written.
/// \returns how many regions are listed. Errors: WriteFailed, Cancelled.
Result<std::int64_t> writeSuspects(const ModelInfo &info, const Dataset &dataset, const std::filesystem::path &folder,
                                   const JobContext &context);

} // namespace patina
