#pragma once

#include "core/comparison/comparison.h"

#include <optional>
#include <string>
#include <vector>

namespace patina {

/// Which of two does better in one thing that matters, as far as that can be shown.
struct SummaryLine
{
    enum class Better { NotShown, A, B };

    std::string name; ///< of the figure, as in `evaluate --json`
    double a = 0.0;
    double b = 0.0;
    FigureInterval interval;         ///< 95 %, of B - A; empty where there is none
    std::optional<double> adjustedP; ///< McNemar's, by Holm over all tests of all lines; none of a rank figure
    Better better = Better::NotShown;

    double difference() const { return b - a; }
};

/// What is told of several comparisons with one reference before all else: image AUROC, recall of all defects and
/// overkill, at review and at reject, as far as both have them. One of the two is better where the interval of the
/// difference does not hold 0, where there is an interval, and the adjusted p is below 0.05, where there is a test.
/// More recall is better, and less overkill.
/// \returns the lines of each comparison, in their order.
std::vector<std::vector<SummaryLine>> summaryOf(const std::vector<const Comparison *> &comparisons);

/// Below it a line names the better one.
inline constexpr double summaryLevel = 0.05;

} // namespace patina
