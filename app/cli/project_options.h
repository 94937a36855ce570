#pragma once

#include "app/cli/command_line.h"
#include "core/project/project.h"

#include <string>

namespace patina::cli {

/// What the verbs of `project` are given.
struct ProjectOptions
{
    std::string file;
    std::string folder;
    std::string out;
    std::string who; ///< for the journal; empty: the login name
    std::string format = "csv";
    std::string reader; ///< whose labels; empty: all readers'
    bool images = false;
};

/// Opened to be read; says so where another program has it open to write.
Result<Project> openToRead(const ProjectOptions &options, const CommandContext &context);

// project_reading.cpp
Result<void> showProject(const ProjectOptions &options, const CommandContext &context);
Result<void> showJournal(const ProjectOptions &options, const CommandContext &context);
Result<void> verifyProject(const ProjectOptions &options, const CommandContext &context);
Result<void> writeLabels(const ProjectOptions &options, const CommandContext &context);

// project_restoring.cpp
Result<void> restoreProject(const ProjectOptions &options, const CommandContext &context);

} // namespace patina::cli
