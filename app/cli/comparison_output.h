#pragma once

#include "app/cli/flat_json.h"
#include "core/comparison/comparison.h"

#include <filesystem>
#include <string>

namespace patina::cli {

/// What one of the two is called in print.
struct SideTitle
{
    std::string model; ///< file
    std::string hash;
    std::string policy;
    double reviewThreshold = 1.0;
    double rejectThreshold = 1.0;
    std::int64_t skipped = 0;
    std::string whyNoThresholds;
};

struct ComparisonReport
{
    const Comparison &comparison;
    const SideTitle &a;
    const SideTitle &b;
    BootstrapSettings bootstrap;
};

/// The figures of `compare --json`.
void addComparison(const ComparisonReport &report, FlatJson &json);

/// What `compare` prints on the terminal.
std::string comparisonText(const ComparisonReport &report);

/// Removes the files that writeComparison makes. Errors: WriteFailed.
Result<void> removeComparison(const std::filesystem::path &folder);

/// compare.json, defects.csv and good.csv in a folder, each whole or not at all. Errors: WriteFailed.
Result<void> writeComparison(const Comparison &comparison, const FlatJson &json, const std::filesystem::path &folder);

} // namespace patina::cli
