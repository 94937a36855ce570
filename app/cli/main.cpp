#include "app/cli/command_line.h"
#include "app/cli/console_progress.h"
#include "app/cli/interrupt.h"

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <string>

namespace {

using namespace patina;
using namespace patina::cli;

constexpr int exitDone = 0;
constexpr int exitFailed = 1;
constexpr int exitUsage = 2;
constexpr int exitCancelled = 130;

/// "backbone import" for a verb below a verb.
std::string verbName(const CLI::App *parser)
{
    std::string name = parser->get_name();
    for (const CLI::App *above = parser->get_parent(); above != nullptr && above->get_parent() != nullptr;
         above = above->get_parent())
        name = above->get_name() + " " + name;
    return name;
}

int runVerb(const Verb &verb, CommandContext &context)
{
    ConsoleProgress progress(!context.quiet);
    context.job = JobContext(
        &cancelRequested(), [&](const Progress &step) { progress.report(step); },
        [&](const std::string &sentence) { progress.notice(sentence); });
    const Result<void> done = verb.run(context);
    progress.finish();
    if (done)
        return exitDone;
    const bool cancelled = done.error().code == ErrorCode::Cancelled;
    fmt::print(stderr, "patina-cli {}: {}\n", verbName(verb.parser),
               cancelled ? "cancelled, nothing was left half-written" : done.error().detail);
    return cancelled ? exitCancelled : exitFailed;
}

int run(int argc, char **argv)
{
    CLI::App app("Trains on good parts, scores parts, evaluates what was found.", "patina-cli");
    app.set_version_flag("--version", "patina-cli " PATINA_VERSION);
    app.require_subcommand(1);
    CommandContext context;
    VerbList verbs;
    addBackboneVerbs(app, context, verbs);
    addTrainVerb(app, context, verbs);
    addScoreVerb(app, context, verbs);
    addEvaluateVerb(app, context, verbs);
    addModelVerbs(app, context, verbs);
    addSynthVerb(app, context, verbs);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? exitDone : exitUsage;
    }
    installInterruptHandler();
    for (const Verb &verb : verbs)
        if (verb.parser->parsed())
            return runVerb(verb, context);
    return exitUsage;
}

} // namespace

int main(int argc, char **argv)
{
    try {
        return run(argc, argv);
    } catch (const std::bad_alloc &) {
        std::fputs("patina-cli: out of memory; close other programs, or reduce the image scale or the bank size\n", stderr);
    } catch (const std::exception &error) {
        fmt::print(stderr, "patina-cli: unexpected failure: {}\n", error.what());
    }
    return exitFailed;
}
