#pragma once

#include "app/cli/command_line.h"
#include "app/cli/comparison_output.h"
#include "app/cli/threshold_options.h"
#include "core/evaluation/project_evaluation.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace patina::cli {

/// What `compare` is called with.
struct CompareOptions
{
    std::vector<std::string> inputs; ///< models, the reference first, then the data set or project
    std::string policy;
    std::optional<std::string> policyB;
    std::string reader;         ///< of a project
    std::vector<double> review; ///< one for all, or one each
    std::vector<double> reject;
    LeastArea leastArea;
    BootstrapSettings bootstrap;
    std::string out;
    bool strict = false;

    /// One model under two policies is two.
    std::size_t sides() const { return std::max<std::size_t>(2, inputs.size() - 1); }
    const std::string &model(std::size_t side) const { return inputs[inputs.size() > 2 ? side : 0]; }
    const std::string &folder() const { return inputs.back(); }
    /// Of all sides, as a reader knows them.
    std::vector<std::string> names() const;
    /// Of a side; none: not given.
    static std::optional<double> ofSide(const std::vector<double> &given, std::size_t side);
};

/// One of those that are compared, scored.
struct ScoredSide
{
    Evaluation evaluation;
    SideTitle title;
};

struct ScoredSides
{
    std::vector<ScoredSide> sides;
    std::string reader;
    std::optional<ProjectEvaluation> project; ///< of the first one, without its figures: what was left out
};

/// Scores the test images of a data set, or the images of a project that none of the models was made from, with one
/// model after the other, so that one bank is in memory at a time. On other ranks than the first there is nothing in
/// what comes out. Errors: those of evaluateDataset(), openProjectEvaluation() and evaluateProject().
Result<ScoredSides> scoredSides(const CompareOptions &options, const CommandContext &context);

} // namespace patina::cli
