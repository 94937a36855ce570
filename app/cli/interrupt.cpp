#include "app/cli/interrupt.h"

#include <csignal>

namespace patina::cli {

namespace {

std::atomic<bool> cancelFlag = false;
static_assert(std::atomic<bool>::is_always_lock_free, "set from a signal handler");

void onSignal(int signal)
{
    cancelFlag.store(true);
    std::signal(signal, SIG_DFL);
}

} // namespace

void installInterruptHandler()
{
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

const std::atomic<bool> &cancelRequested() { return cancelFlag; }

} // namespace patina::cli
