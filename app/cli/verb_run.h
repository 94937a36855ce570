#pragma once

#include "app/cli/command_line.h"

#include <string>

namespace patina::cli {

inline constexpr const char *programName = "patina-cli";

inline constexpr int exitDone = 0;
inline constexpr int exitFailed = 1;
inline constexpr int exitUsage = 2;
inline constexpr int exitCancelled = 130;

/// "patina-cli backbone import" for a verb below a verb.
std::string fullName(const CLI::App &parser);
/// One line on standard error, "patina-cli VERB: sentence".
void printError(const CLI::App &parser, const std::string &sentence);

/// Runs a verb that has been parsed, alone or as one of the processes that mpirun has started; prints its error.
/// \returns the exit code.
int runVerb(const Verb &verb, CommandContext &context);

} // namespace patina::cli
