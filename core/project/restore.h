#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace patina {

/// What a restored project will hold, and what it will not: numbers of entries of the journal, and when the last of
/// them was written; 0 and empty where there is none.
struct RestorePlan
{
    std::int64_t entries = 0; ///< of the restored project
    std::string utc;
    std::int64_t backupEntries = 0; ///< of the backup, or of what an earlier restoring that was killed had made
    std::string backupUtc;
    std::int64_t readableEntries = 0; ///< the last one that can be read in the damaged file
    std::string readableUtc;

    std::int64_t lost = 0; ///< entries that are known to have been written, and will not be in the restored project

    bool operator==(const RestorePlan &) const = default;
};

/// Makes a damaged project whole again: from the backup, and from what the journal of the damaged file still tells
/// behind it; or from that journal alone where it tells more. Nothing is thrown away: the damaged file is kept under
/// another name.
class ProjectRestore
{
public:
    /// Makes the restored project beside the damaged one and checks it; locks the project until this is destroyed.
    /// Stages "restore" and "verify".
    /// Errors: BadArgument (the project is sound), NotFound (neither a project nor a backup), Corrupt (neither a
    /// backup nor a readable journal), WriteFailed (folder, full disk, another program has it open), Cancelled.
    static Result<ProjectRestore> prepare(const std::filesystem::path &file, const JobContext &context);

    const RestorePlan &plan() const;
    /// Puts the restored project in the place of the damaged one. A kill in between leaves one or the other under the
    /// name, and what the next prepare() makes the same of.
    /// \returns the name of the damaged file from now on; empty: there was none. Errors: WriteFailed.
    Result<std::filesystem::path> finish();

    ProjectRestore(ProjectRestore &&) noexcept;
    ProjectRestore &operator=(ProjectRestore &&) noexcept;
    /// Without finish(): removes what was made, and the damaged file is as it was.
    ~ProjectRestore();

private:
    struct State;
    explicit ProjectRestore(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

} // namespace patina
