#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/synthesis/dataset_folder.h"
#include "core/synthesis/dataset_journal.h"

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace patina::synthesis {

/// Of a folder that holds something else than a data set of ours.
tl::unexpected<Error> foreignFolder(const std::filesystem::path &folder);

/// What an earlier run has left in a folder.
struct EarlierRun
{
    bool complete = false;
    std::vector<std::string> files; ///< that it may have written
    Notes notes;                    ///< of what it has written, for certain
};
/// Nothing where the folder is empty or new. Errors: BadArgument (it holds something else), WriteFailed.
Result<EarlierRun> readEarlierRun(const std::filesystem::path &folder);

/// Images that need not be made again, by stem: an earlier run made them with the same identity, and every file of
/// theirs is there with its SHA-256. \param identities see identitiesOf(). Errors: Cancelled.
Result<std::map<std::string, NotedImage>>
finishedImages(const SynthesisSpec &spec, const std::vector<PlannedImage> &images, const std::filesystem::path &folder,
               const Notes &notes, const std::map<std::string, std::string> &identities, const JobContext &context);

/// That nothing of the user's is lost: those of the files that are there have the bytes of an earlier run.
/// Errors: BadArgument, naming the first one that has not, or the link on the way to one; Cancelled.
Result<void> checkOwn(const std::filesystem::path &folder, const std::set<std::string> &files, const Notes &notes,
                      const JobContext &context);

/// A path of an old manifest is not trusted: only plain files and folders below the folder, reached without links, are
/// ours.
bool isPlainFolder(const std::filesystem::path &folder, const std::filesystem::path &relative);
bool isOwnFile(const std::filesystem::path &folder, const std::string &relative);

} // namespace patina::synthesis
