#include "app/cli/verb_run.h"

#include "app/cli/console_progress.h"
#include "app/cli/interrupt.h"
#include "app/cli/printable.h"
#include "core/ranks/mpi_ranks.h"

#include <fmt/format.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <exception>
#include <iostream>
#include <new>
#include <thread>

namespace patina::cli {

namespace {

constexpr std::chrono::milliseconds longestSilence{500};
constexpr std::chrono::milliseconds silencePoll{5};

Result<void> runGuarded(const Verb &verb, const CommandContext &context)
{
    try {
        return verb.run(context);
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfMemory,
                    "out of memory; close other programs, or reduce the image scale or the bank size");
    } catch (const std::exception &error) {
        return fail(ErrorCode::Internal, fmt::format("unexpected failure: {}", error.what()));
    }
}

/// Results that never reached their reader are a failure: a full disk, a closed pipe.
Result<void> flushResults()
{
    errno = 0;
    const bool flushed = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
    if (flushed && std::cout << std::flush)
        return {};
    return fail(ErrorCode::WriteFailed,
                fmt::format("standard output cannot be written: {}", errno != 0 ? std::strerror(errno) : "I/O error"));
}

/// What a verb that has failed says, unless another rank has said it.
std::string failureSentence(const Error &error, const RankGroup &ranks)
{
    const bool tellsWhatStays = error.detail.starts_with("cancelled, ");
    if (ranks.isAlone())
        return error.code == ErrorCode::Cancelled && !tellsWhatStays ? "cancelled, nothing was left half-written"
                                                                     : error.detail;
    return fmt::format("rank {}: {}", ranks.rank(),
                       error.code == ErrorCode::Cancelled
                           ? "ended by a signal, as the launcher ends all when a rank is lost or Ctrl-C is pressed; "
                             "nothing was left half-written"
                           : error.detail);
}

/// Progress and notices of the first rank; of the others what only they know. A rank that fails ends all.
JobContext jobOf(CommandContext &context, ConsoleProgress &progress)
{
    RankGroup &ranks = *context.ranks;
    if (!context.quiet)
        ranks.setVoice([&ranks](const std::string &sentence) {
            std::cerr << printable(fmt::format("rank {}: {}", ranks.rank(), sentence)) << '\n' << std::flush;
        });
    return ranks.common(JobContext(
        &cancelRequested(),
        [&](const Progress &step) {
            progress.report(step);
            if (ranks.failureElsewhere())
                requestCancel();
        },
        [&](const std::string &sentence) { progress.notice(sentence); }));
}

/// What all ranks fail by, a missing folder, the first one says; the others wait a moment whether it does.
std::optional<Error> saidElsewhere(RankGroup &ranks)
{
    auto said = ranks.failureElsewhere();
    for (int polls = 0; !said && !ranks.isFirst() && polls < longestSilence / silencePoll; ++polls) {
        std::this_thread::sleep_for(silencePoll);
        said = ranks.failureElsewhere();
    }
    return said;
}

int runOnRanks(const Verb &verb, CommandContext &context)
{
    RankGroup &ranks = *context.ranks;
    ConsoleProgress progress(!context.quiet && ranks.isFirst());
    context.job = jobOf(context, progress);
    const Result<void> done = runGuarded(verb, context).and_then(flushResults);
    context.job = JobContext();
    progress.finish();
    if (done)
        return exitDone;
    if (const auto elsewhere = saidElsewhere(ranks))
        return elsewhere->code == ErrorCode::Cancelled ? exitCancelled : exitFailed;
    printError(*verb.parser, failureSentence(done.error(), ranks));
    ranks.abandon(done.error());
    return done.error().code == ErrorCode::Cancelled ? exitCancelled : exitFailed;
}

int refuseRanks(const Verb &verb, const CommandContext &context)
{
    if (context.ranks->isFirst())
        printError(*verb.parser, fmt::format("{} processes cannot share this work: start it once, without mpirun",
                                             context.ranks->size()));
    return exitUsage;
}

} // namespace

std::string fullName(const CLI::App &parser)
{
    const CLI::App *above = parser.get_parent();
    return above == nullptr ? programName : fullName(*above) + ' ' + parser.get_name();
}

void printError(const CLI::App &parser, const std::string &sentence)
{
    std::cerr << printable(fullName(parser) + ": " + sentence) << '\n' << std::flush;
}

int runVerb(const Verb &verb, CommandContext &context)
{
    const auto joined = joinRanks();
    if (!joined) {
        printError(*verb.parser, joined.error().detail);
        return exitFailed;
    }
    if (*joined)
        context.ranks = joined->get();
    const int exitCode =
        context.ranks->isAlone() || verb.onRanks ? runOnRanks(verb, context) : refuseRanks(verb, context);
    context.ranks = &alone();
    return exitCode;
}

} // namespace patina::cli
