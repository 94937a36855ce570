#pragma once

#include <atomic>

namespace patina::cli {

/// Ctrl-C and SIGTERM set the flag; a second one ends the program at once.
void installInterruptHandler();
const std::atomic<bool> &cancelRequested();

} // namespace patina::cli
