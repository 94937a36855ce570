#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/ranks/rank_group.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace patina::cli {

/// What every verb is given: the common options and how to talk to whoever called.
struct CommandContext
{
    int threads = 0;            ///< 0 = all cores
    std::string device = "cpu"; ///< that computes features, as deviceFromName() reads it
    std::uint64_t seed = 0;
    bool json = false;                       ///< one machine-readable object on standard output
    bool quiet = false;                      ///< no progress and no notices
    std::string featureCache;                ///< folder of computed features; empty: none
    std::optional<std::int64_t> memoryBytes; ///< the size to stay below; only verbs that do so offer --memory
    JobContext job;                          ///< cancelled by Ctrl-C; progress and notices go to standard error
    RankGroup *ranks = &alone();             ///< the processes that mpirun has started together
};

/// A verb as the command line knows it: its parser and what it does once parsed.
struct Verb
{
    CLI::App *parser = nullptr;
    std::function<Result<void>(const CommandContext &)> run;
    bool onRanks = false; ///< several processes can share its work
};

using VerbList = std::vector<Verb>;

/// Adds --json and --quiet to a verb; --threads, --device, --seed, --memory and --feature-cache where the verb honours
/// them, so that nothing is accepted and then ignored.
enum class CommonOption { Threads, Device, Seed, Memory, FeatureCache };
void addCommonOptions(CLI::App &parser, CommandContext &context, std::initializer_list<CommonOption> options = {});

/// Adds --reservoir, which sets `bytes`.
void addReservoirOption(CLI::App &parser, std::int64_t &bytes);

/// A check of options: a finite number from `low` to `high` (CLI11's own range lets nan pass).
CLI::Validator numberWithin(double low, double high);

/// A check of options from a parser of their text.
template <typename T>
std::function<std::string(const std::string &)> parsedBy(Result<T> (*parse)(std::string_view))
{
    return [parse](const std::string &text) {
        const Result<T> parsed = parse(text);
        return parsed ? std::string() : parsed.error().detail;
    };
}

/// Parses, runs the verb, prints its error. Exit codes: 0 done, 1 failed (one line `patina-cli VERB: what, where, what
/// to do`), 2 wrong usage (one line, too), 130 cancelled. On several ranks the one that fails says so, and all end.
int runCommandLine(CLI::App &app, CommandContext &context, const VerbList &verbs, int argc, const char *const *argv);

// One function a verb (some have verbs of their own below them), each in its own file.
void addBackboneVerbs(CLI::App &app, CommandContext &context, VerbList &verbs);
void addBenchVerbs(CLI::App &app, CommandContext &context, VerbList &verbs);
void addCalibrateVerb(CLI::App &model, CommandContext &context, VerbList &verbs); ///< below `model`
void addCompareVerb(CLI::App &app, CommandContext &context, VerbList &verbs);
void addDatasetVerbs(CLI::App &app, CommandContext &context, VerbList &verbs);
void addDriftVerb(CLI::App &app, CommandContext &context, VerbList &verbs);
/// `study clean-stained`, `study transfer`, `study policy`, `study bank-size`, `study image-order`
void addStudyVerb(CLI::App &app, CommandContext &context, VerbList &verbs);
void addEvaluateVerb(CLI::App &app, CommandContext &context, VerbList &verbs);
void addMeldVerb(CLI::App &app, CommandContext &context, VerbList &verbs);
void addModelVerbs(CLI::App &app, CommandContext &context, VerbList &verbs);
void addProjectVerbs(CLI::App &app, CommandContext &context, VerbList &verbs);
void addReportVerb(CLI::App &app, CommandContext &context, VerbList &verbs);
void addScoreVerb(CLI::App &app, CommandContext &context, VerbList &verbs);
void addSynthVerb(CLI::App &app, CommandContext &context, VerbList &verbs);
void addThresholdVerb(CLI::App &app, CommandContext &context, VerbList &verbs);
void addTrainVerb(CLI::App &app, CommandContext &context, VerbList &verbs);

} // namespace patina::cli
