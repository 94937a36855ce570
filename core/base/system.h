#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace patina {

/// Largest resident memory of this process so far (VmHWM), in bytes; 0 where the system does not say.
std::int64_t peakMemoryBytes();

/// Resident memory of this process now (VmRSS), in bytes; 0 where the system does not say.
std::int64_t residentMemoryBytes();

/// Lets peakMemoryBytes() begin anew from what is resident now, where the system can do that.
void restartPeakMemory();

/// Threads to use for a setting: 0 = all cores this process may run on.
int effectiveThreads(int setting);

/// Settings of libraries that are made by the environment; what the user has set there stays. oneDNN keeps a compiled
/// operator for each of the last 64 shapes, not 1024: with parts of many sizes these were a quarter of all memory. Then
/// starts the program anew, once, with OpenMP's threads told to sleep after some microseconds of waiting: by default
/// they spin, which slows everything tenfold as soon as another program wants a core. That library reads its setting
/// when it is loaded. Returns where that has been done, where the user has chosen, and where it cannot be done.
void tameLibraries(char **argv);

/// Ends the program once what was printed is written out, without taking apart what libraries built up when they were
/// loaded: LibTorch takes a tenth of a second for that. Files must have been closed.
[[noreturn]] void endProcess(int status);

/// Where models and backbones live: $PATINA_HOME, else $XDG_DATA_HOME/patina, else ~/.local/share/patina.
std::filesystem::path dataFolder();

/// "2026-11-23T21:04:05Z"
std::string utcNow();

} // namespace patina
