#pragma once

#include "core/base/result.h"
#include "core/project/project_lock.h"

#include <filesystem>

namespace patina::synthesis {

/// That one run alone makes a data set in a folder: the file "synth-lock" in it, for as long as the run lasts. Makes
/// the folder where there is none. Errors: BadArgument (another run is there, with who has started it; the folder holds
/// something else), WriteFailed.
Result<ProjectLock> takeDatasetFolder(const std::filesystem::path &folder);

/// Whether there is nothing but that file, which a run that was killed leaves. False where the folder cannot be read.
bool isFreeFolder(const std::filesystem::path &folder);

} // namespace patina::synthesis
