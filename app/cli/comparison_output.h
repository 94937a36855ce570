#pragma once

#include "app/cli/flat_json.h"
#include "core/comparison/comparison.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace patina::cli {

/// What one of those that are compared is called in print.
struct SideTitle
{
    std::string name;  ///< of the model as a reader knows it: its file without folder and ending
    std::string model; ///< file
    std::string hash;
    std::string policy;
    double reviewThreshold = 1.0;
    double rejectThreshold = 1.0;
    std::int64_t skipped = 0;
    std::string whyNoThresholds;
};

/// The first is the reference (A); each other one is compared with it.
struct ComparisonReport
{
    std::vector<SideTitle> sides;
    std::vector<Comparison> comparisons; ///< one less: of sides[i + 1] with sides[0]
    BootstrapSettings bootstrap;
    std::int64_t imagesLeftOut = 0; ///< that not all have, where more than two are compared

    /// "" of two sides, else "b.", "c.", ...: what stands before the names of a comparison.
    std::string prefix(std::size_t comparison) const;
};

/// What sides are called: the stems of their files, with (A), (B), ... behind where two are the same.
std::vector<std::string> sideNames(const std::vector<std::string> &files);

/// The figures of `compare --json`.
void addComparison(const ComparisonReport &report, FlatJson &json);

/// What is told before all else: which is better in what, by how much, as far as that can be shown.
std::string summaryText(const ComparisonReport &report);

/// What `compare` prints on the terminal.
std::string comparisonText(const ComparisonReport &report);

/// A sentence for each that finds about as much as the reference at another overkill.
std::vector<std::string> unequalOverkillTexts(const ComparisonReport &report);

/// Removes the files that writeComparison makes. Errors: WriteFailed.
Result<void> removeComparison(const std::filesystem::path &folder);

/// compare.json, defects.csv and good.csv in a folder, each whole or not at all; of more than two sides defects-b.csv,
/// good-b.csv and so on. Errors: WriteFailed.
Result<void> writeComparison(const ComparisonReport &report, const FlatJson &json, const std::filesystem::path &folder);

} // namespace patina::cli
