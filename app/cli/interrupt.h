#pragma once

#include <atomic>

namespace patina::cli {

/// Ctrl-C and SIGTERM set the flag; a second one ends the program at once. A closed pipe becomes an error of writing
/// instead of the end of the process, which could leave something half-written.
void installInterruptHandler();
const std::atomic<bool> &cancelRequested();
/// Sets the flag from within: another process of the run has failed.
void requestCancel();

} // namespace patina::cli
