#pragma once

#include "core/base/job_context.h"

#include <chrono>
#include <functional>
#include <iosfwd>
#include <mutex>
#include <string>

namespace patina::cli {

/// Progress and notices: a live bar with stage, count and remaining time on a terminal, else a plain line where a stage
/// begins and ends and every few seconds between. May be called from any thread.
class ConsoleProgress
{
public:
    enum class Mode { Silent, Lines, Live };
    using Clock = std::function<std::chrono::steady_clock::time_point()>;

    /// To standard error, in the form that fits it. Silent where not enabled (--quiet).
    explicit ConsoleProgress(bool enabled);
    /// \param columns width of the terminal; a bar never wraps.
    ConsoleProgress(Mode mode, std::ostream &out, int columns, Clock clock = std::chrono::steady_clock::now);

    /// The bar of a stage goes away with its last step, so that results can be printed.
    void report(const Progress &step);
    /// A line of its own, also while a bar is shown.
    void notice(const std::string &sentence);
    /// Takes the bar away.
    void finish();

private:
    bool isDue(const Progress &step) const;
    std::string remaining(const Progress &step) const;
    std::string workText(const Progress &step) const;
    void drawBar(const Progress &step);
    void printLine(const Progress &step);
    void clearBar();

    Mode m_mode;
    std::ostream &m_out;
    int m_columns;
    Clock m_clock;

    std::mutex m_mutex;
    std::string m_stage;
    std::int64_t m_stageFirst = 0; ///< what was done when the stage was first seen: a resumed job starts over 0
    std::int64_t m_stagePatches = 0;
    std::int64_t m_lastDone = -1;
    std::chrono::steady_clock::time_point m_stageStart;
    std::chrono::steady_clock::time_point m_lastShown;
    bool m_barShown = false;
};

/// "0:07", "1:05", "2:03:10"
std::string durationText(double seconds);

} // namespace patina::cli
