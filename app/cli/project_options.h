#pragma once

#include "app/cli/command_line.h"
#include "core/project/project.h"

#include <string>
#include <vector>

namespace patina::cli {

/// What the verbs of `project` are given.
struct ProjectOptions
{
    std::string file;
    std::string folder;
    std::string out;
    std::string who;    ///< for the journal; empty: the login name
    std::string format; ///< of labels; empty: csv, or told by the source
    std::string reader; ///< whose labels; empty: all readers', or ground truth
    std::string source; ///< of labels
    std::string shapes; ///< "masks", "polygons"; empty: as usual for the format
    bool links = false; ///< to images instead of copies of them
    bool images = false;
    std::vector<std::string> readers; ///< two that are compared
};

/// Opened to be read; says so where another program has it open to write.
Result<Project> openToRead(const ProjectOptions &options, const CommandContext &context);
/// Errors: those of Project::open; WriteFailed where it can be read only.
Result<Project> openToWrite(const ProjectOptions &options);
/// Who the journal says it was.
std::string writerOf(const ProjectOptions &options);

// project_reading.cpp
Result<void> showProject(const ProjectOptions &options, const CommandContext &context);
Result<void> showJournal(const ProjectOptions &options, const CommandContext &context);
Result<void> verifyProject(const ProjectOptions &options, const CommandContext &context);

// project_labels.cpp
Result<void> writeLabels(const ProjectOptions &options, const CommandContext &context);
Result<void> takeLabels(const ProjectOptions &options, const CommandContext &context);

// project_agreement.cpp
Result<void> showAgreement(const ProjectOptions &options, const CommandContext &context);

// project_restoring.cpp
Result<void> restoreProject(const ProjectOptions &options, const CommandContext &context);

} // namespace patina::cli
