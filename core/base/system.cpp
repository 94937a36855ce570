#include "core/base/system.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <malloc.h>
#include <sched.h>
#include <string_view>
#include <unistd.h>

namespace patina {

namespace {

constexpr const char *keptPrimitives = "64"; ///< measured on parts of many sizes: no slower than 1024

/// A figure of /proc/self/status; 0 where it is not there.
std::int64_t statusBytes(std::string_view name)
{
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        if (word == name) {
            std::int64_t kibibytes = 0;
            status >> kibibytes;
            return kibibytes * 1024;
        }
    }
    return 0;
}

} // namespace

std::int64_t peakMemoryBytes()
{
    return statusBytes("VmHWM:");
}

std::int64_t residentMemoryBytes()
{
    return statusBytes("VmRSS:");
}

void restartPeakMemory()
{
    malloc_trim(0); // what was freed counts as resident else
    std::ofstream("/proc/self/clear_refs") << "5";
}

int effectiveThreads(int setting)
{
    if (setting > 0)
        return setting;
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return 1;
    return std::max(1, CPU_COUNT(&set));
}

void tameLibraries(char **argv)
{
    for (const char *name : {"ONEDNN_PRIMITIVE_CACHE_CAPACITY", "DNNL_PRIMITIVE_CACHE_CAPACITY"})
        ::setenv(name, keptPrimitives, 0);
    if (std::getenv("OMP_WAIT_POLICY") != nullptr || std::getenv("GOMP_SPINCOUNT") != nullptr)
        return;
    ::setenv("GOMP_SPINCOUNT", "10000", 1);
    ::execv("/proc/self/exe", argv);
}

void endProcess(int status)
{
    std::cout.flush();
    std::cerr.flush();
    std::fflush(nullptr);
    ::_exit(status); // not std::_Exit(), which the thread sanitizer does not see
}

std::filesystem::path dataFolder()
{
    const auto variable = [](const char *name) {
        const char *value = std::getenv(name);
        return std::filesystem::path(value == nullptr ? "" : value);
    };
    if (auto home = variable("PATINA_HOME"); !home.empty())
        return home;
    if (const auto xdg = variable("XDG_DATA_HOME"); !xdg.empty())
        return xdg / "patina";
    return variable("HOME") / ".local" / "share" / "patina";
}

std::string utcNow()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

} // namespace patina
