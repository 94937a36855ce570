#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/project/change.h"
#include "core/project/contents.h"
#include "core/project/journal.h"
#include "core/project/scores.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace patina {

/// What verify() has found.
struct ProjectVerdict
{
    std::int64_t entries = 0;          ///< of the journal, looked at
    std::string head;                  ///< hash of the last
    std::vector<std::string> problems; ///< sentences; empty: all is as it was written

    bool good() const { return problems.empty(); }
};

/// One `.patinaproj` file: what somebody has said about the images of a folder, and who said what when. Every change is
/// one transaction together with its entry in the journal, and on the disk when apply() returns: it survives a kill and
/// a power cut. One program writes at a time; others read. Calls from one thread at a time.
class Project
{
public:
    static constexpr const char *fileEnding = ".patinaproj";
    enum class Access { ReadWrite, ReadOnly };

    /// A new, empty project. Errors: WriteFailed (the file is there already; the folder does not exist or cannot be
    /// written to), BadArgument (another ending).
    static Result<Project> create(const std::filesystem::path &file);
    /// Opened to read where ReadWrite was wanted and another program writes, or the file or folder cannot be written
    /// to: whyReadOnly() says so. One of an older version is brought up to date where it may be written, and a copy of
    /// it kept beside, "NAME.v1". Errors: NotFound, Unreadable, BadFormat (no project), VersionMismatch, Corrupt.
    static Result<Project> open(const std::filesystem::path &file, Access wanted);

    /// Closes a project that was just made and removes its file.
    static void discard(Project project);

    Project(Project &&) noexcept;
    Project &operator=(Project &&) noexcept;
    ~Project();

    const std::filesystem::path &file() const;
    Access access() const;
    /// One sentence; empty where that was asked for, or may be written.
    const std::string &whyReadOnly() const;
    /// Who has it open to write at the moment, another program: "Eva on pc-12, since ..."; empty: nobody.
    std::string writer() const;

    /// Errors: Unreadable, Corrupt, BadFormat (a row that no program of ours wrote).
    Result<ProjectContents> contents() const;
    /// Makes a change and writes it into the journal, both or neither. Kept scores of images that it changes zones of
    /// go with it.
    /// Errors: BadArgument (what an edit says was there before is not; an image, class or polygon that cannot be),
    /// WriteFailed (read-only, disk full).
    Result<JournalEntry> apply(const Change &change, const std::string &who);

    /// Keeps results, in place of those that the model gave for these images before. They are no change: no entry, no
    /// undo; a power cut may cost the last ones, a kill does not. Of eight models, the last used, results are kept.
    /// Errors: WriteFailed.
    Result<void> putScores(const ScoringModel &model, std::span<const ImageScore> scores);
    /// The last used first; none in a project of version 1 that is read. Errors: Unreadable, Corrupt.
    Result<std::vector<ScoringModel>> scoringModels() const;
    Result<std::vector<ImageScore>> scores(const std::string &modelHash) const;

    /// The last entry of the journal; number 0 where there is none. Errors: as journal().
    Result<JournalEntry> head() const;
    /// Entries from number `first` (from 1) on. Errors: Unreadable, Corrupt.
    Result<std::vector<JournalEntry>> journal(std::int64_t first, std::int64_t most) const;
    Result<std::vector<JournalLine>> journalLines(std::int64_t first, std::int64_t most) const;
    /// Numbers of the entries that change the image or what is said of it, ascending. Errors: as journal().
    Result<std::vector<std::int64_t>> journalOf(const std::string &image) const;
    /// Looks at the file's structure, at the chain of the journal, and whether its changes, made one after another from
    /// nothing, give what the project holds. Stage "verify". Errors: Unreadable, Cancelled.
    Result<ProjectVerdict> verify(const JobContext &context) const;

    /// The path of an image or model as facts hold it, and back.
    std::string storedPath(const std::filesystem::path &path) const;
    /// The same for a project that lies in `folder` (absolute).
    static std::string storedPath(const std::filesystem::path &folder, const std::filesystem::path &path);
    std::filesystem::path fullPath(const std::string &stored) const;

private:
    struct State;
    explicit Project(std::unique_ptr<State> state);
    static void bringUpToDate(State &state);

    std::unique_ptr<State> m_state;
};

} // namespace patina
