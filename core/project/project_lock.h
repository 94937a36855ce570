#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace patina {

/// That this program alone writes into a project: a lock on the file "NAME-lock" beside it, which ends with the program
/// however that ends. The file says who holds it, for the sentence that others get.
class ProjectLock
{
public:
    /// \returns none where another program holds it.
    /// Errors: WriteFailed (the folder cannot be written to).
    static Result<std::optional<ProjectLock>> tryTake(const std::filesystem::path &project);
    /// "Eva on pc-12, since 2026-11-28T12:00:00Z", who holds it now, and who says so in the file; empty: nobody, or it
    /// is not told.
    static std::string presentHolder(const std::filesystem::path &project);
    static std::string holder(const std::filesystem::path &project);

    ProjectLock(ProjectLock &&other) noexcept;
    ProjectLock &operator=(ProjectLock &&) = delete;
    ProjectLock(const ProjectLock &) = delete;
    ProjectLock &operator=(const ProjectLock &) = delete;
    /// Removes the file and lets go.
    ~ProjectLock();

private:
    ProjectLock(std::filesystem::path file, int descriptor);

    std::filesystem::path m_file;
    int m_descriptor = -1;
};

} // namespace patina
