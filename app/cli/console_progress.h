#pragma once

#include "core/base/job_context.h"

#include <chrono>
#include <mutex>
#include <string>

namespace patina::cli {

/// Progress and notices on standard error: a live bar with the time left on a terminal, else a plain line every few
/// seconds. Silent where not enabled. May be called from any thread.
class ConsoleProgress
{
public:
    explicit ConsoleProgress(bool enabled);

    void report(const Progress &step);
    void notice(const std::string &sentence);
    /// Ends the bar's line.
    void finish();

private:
    using Clock = std::chrono::steady_clock;

    void draw(const Progress &step, Clock::time_point now);
    void clearBar();

    bool m_enabled;
    bool m_terminal;
    bool m_barShown = false;
    std::string m_stage;
    Clock::time_point m_stageStart;
    Clock::time_point m_lastDrawn;
    std::mutex m_mutex;
};

/// "1:05", "2:03:10"
std::string durationText(double seconds);

} // namespace patina::cli
