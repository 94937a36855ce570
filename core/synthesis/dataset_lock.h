#pragma once

#include "core/base/file_lock.h"
#include "core/base/result.h"

#include <filesystem>
#include <optional>

namespace patina::synthesis {

/// That one run alone makes a data set in a folder: the file "synth-lock" in it, for as long as the run lasts.
class DatasetLock
{
public:
    /// Makes the folder where there is none.
    /// Errors: BadArgument (another run is there, with who has started it; the folder holds something else),
    /// WriteFailed.
    static Result<DatasetLock> take(const std::filesystem::path &folder);

    DatasetLock(DatasetLock &&other) noexcept;
    DatasetLock &operator=(DatasetLock &&) = delete;
    DatasetLock(const DatasetLock &) = delete;
    DatasetLock &operator=(const DatasetLock &) = delete;
    /// Removes the folder, too, where it was made and nothing was put into it.
    ~DatasetLock();

private:
    DatasetLock(FileLock lock, std::filesystem::path made);

    std::optional<FileLock> m_lock;
    std::filesystem::path m_made; ///< empty: it was there
};

/// Whether there is nothing but that file, which a run that was killed leaves. False where the folder cannot be read.
bool isFreeFolder(const std::filesystem::path &folder);

} // namespace patina::synthesis
