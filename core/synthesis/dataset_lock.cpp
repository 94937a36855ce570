#include "core/synthesis/dataset_lock.h"

#include "core/synthesis/dataset_resume.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

namespace patina::synthesis {

namespace fs = std::filesystem;

namespace {

constexpr const char *locked = "synth"; ///< what a lock's file is named after
constexpr const char *lockName = "synth-lock";

} // namespace

bool isFreeFolder(const fs::path &folder)
{
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error))
        if (entry->path().filename() != lockName)
            return false;
    return !error;
}

DatasetLock::DatasetLock(FileLock lock, fs::path made) : m_lock(std::move(lock)), m_made(std::move(made)) {}

DatasetLock::DatasetLock(DatasetLock &&other) noexcept
    : m_lock(std::move(other.m_lock)), m_made(std::exchange(other.m_made, {}))
{
}

DatasetLock::~DatasetLock()
{
    m_lock.reset();
    std::error_code ignored;
    if (!m_made.empty())
        fs::remove(m_made, ignored);
}

Result<DatasetLock> DatasetLock::take(const fs::path &folder)
{
    std::error_code error;
    const bool made = !fs::exists(folder, error);
    fs::create_directories(folder, error);
    if (!fs::is_directory(folder, error))
        return fail(ErrorCode::WriteFailed,
                    fmt::format("cannot make the folder {}; name one that can be written to", folder.string()));
    // Nothing is put into a folder of the user's, and be it for a moment.
    if (!fs::exists(folder / lockName, error) && !fs::exists(folder / manifestName, error) && !isFreeFolder(folder))
        return foreignFolder(folder);
    auto lock = FileLock::tryTake(folder / locked);
    if (!lock)
        return failFrom(std::move(lock));
    if (*lock)
        return DatasetLock(std::move(**lock), made ? folder : fs::path());
    const std::string holder = FileLock::holder(folder / locked);
    return fail(ErrorCode::BadArgument,
                fmt::format("another run makes a data set in the folder {}{}: wait for its end, or name another folder",
                            folder.string(), holder.empty() ? holder : " (" + holder + ")"));
}

} // namespace patina::synthesis
