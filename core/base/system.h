#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace patina {

/// Largest resident memory of this process so far (VmHWM), in bytes; 0 where the system does not say.
std::int64_t peakMemoryBytes();

/// Threads to use for a setting: 0 = all cores this process may run on.
int effectiveThreads(int setting);

/// Starts the program anew, once, with OpenMP's threads told to sleep after some microseconds of waiting: by default
/// they spin, which slows everything tenfold as soon as another program wants a core. The library reads the setting
/// when it is loaded. Returns where that has been done, where the user has chosen, and where it cannot be done.
void limitSpinning(char **argv);

/// Where models and backbones live: $PATINA_HOME, else $XDG_DATA_HOME/patina, else ~/.local/share/patina.
std::filesystem::path dataFolder();

/// "2026-11-23T21:04:05Z"
std::string utcNow();

} // namespace patina
