#pragma once

#include "app/cli/command_line.h"

namespace patina::cli {

/// `bench features` and `bench score`, below `bench`.
void addFeaturesBench(CLI::App &bench, CommandContext &context, VerbList &verbs);
void addScoringBench(CLI::App &bench, CommandContext &context, VerbList &verbs);

} // namespace patina::cli
