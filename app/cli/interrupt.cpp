#include "app/cli/interrupt.h"

#include <csignal>

namespace patina::cli {

namespace {

std::atomic<bool> cancelFlag = false;
static_assert(std::atomic<bool>::is_always_lock_free, "set from a signal handler");

void onSignal(int)
{
    cancelFlag.store(true, std::memory_order_relaxed);
}

/// A signal that the caller switched off (nohup, a background job) stays switched off.
void catchSignal(int signal)
{
    struct sigaction present = {};
    sigaction(signal, nullptr, &present);
    if (present.sa_handler == SIG_IGN)
        return;
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, nullptr);
}

} // namespace

void installInterruptHandler()
{
    catchSignal(SIGINT);
    catchSignal(SIGTERM);
    std::signal(SIGPIPE, SIG_IGN);
}

const std::atomic<bool> &cancelRequested()
{
    return cancelFlag;
}

void requestCancel()
{
    cancelFlag.store(true, std::memory_order_relaxed);
}

} // namespace patina::cli
