#include "app/cli/console_progress.h"

#include "app/cli/printable.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>

namespace patina::cli {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds liveInterval{100};
constexpr milliseconds lineInterval{5000};
constexpr double shortRate = 10'000.0;      ///< from here on in thousands
constexpr milliseconds firstEstimate{1000}; ///< an estimate from less than this says nothing
constexpr int barCells = 24;
constexpr int shortBarCells = 10; ///< where much else is told

ConsoleProgress::Mode modeOfStderr(bool enabled)
{
    if (!enabled)
        return ConsoleProgress::Mode::Silent;
    const char *terminal = std::getenv("TERM");
    const bool dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
    return isatty(STDERR_FILENO) == 1 && !dumb ? ConsoleProgress::Mode::Live : ConsoleProgress::Mode::Lines;
}

int columnsOfStderr()
{
    winsize size = {};
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

double shareOf(const Progress &step)
{
    return std::clamp(static_cast<double>(step.done) / static_cast<double>(step.total), 0.0, 1.0);
}

bool isLast(const Progress &step)
{
    return step.total > 0 && step.done >= step.total;
}

/// " 12/345   3 %"; a stage of one step has nothing to count.
std::string countText(const Progress &step)
{
    if (step.total <= 0)
        return step.done > 0 ? fmt::format(" {}", step.done) : std::string();
    if (step.total == 1)
        return {};
    return fmt::format(" {}/{} {:3} %", step.done, step.total, static_cast<int>(100.0 * shareOf(step)));
}

std::string barText(const Progress &step)
{
    if (step.total <= 0)
        return {};
    const int cells = step.patches > 0 ? shortBarCells : barCells;
    const int full = static_cast<int>(shareOf(step) * cells);
    return " [" + std::string(static_cast<std::size_t>(full), '#') +
           std::string(static_cast<std::size_t>(cells - full), '.') + "]";
}

} // namespace

std::string durationText(double seconds)
{
    const auto whole = static_cast<long>(std::lround(std::max(0.0, seconds)));
    if (whole >= 3600)
        return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

ConsoleProgress::ConsoleProgress(bool enabled) : ConsoleProgress(modeOfStderr(enabled), std::cerr, columnsOfStderr()) {}

ConsoleProgress::ConsoleProgress(Mode mode, std::ostream &out, int columns, Clock clock)
    : m_mode(mode), m_out(out), m_columns(std::max(20, columns)), m_clock(std::move(clock))
{
}

void ConsoleProgress::report(const Progress &step)
{
    if (m_mode == Mode::Silent)
        return;
    const std::scoped_lock lock(m_mutex);
    const bool newStage = step.stage != m_stage || step.done < m_lastDone;
    const bool due = newStage || isDue(step);
    if (newStage) {
        m_stage = step.stage;
        m_stageFirst = step.done;
        m_stagePatches = step.patches;
        m_stageStart = m_clock();
    }
    m_lastDone = step.done;
    if (!due)
        return;
    m_lastShown = m_clock();
    if (m_mode == Mode::Lines)
        printLine(step);
    else if (isLast(step))
        clearBar();
    else
        drawBar(step);
}

bool ConsoleProgress::isDue(const Progress &step) const
{
    const bool justEnded = isLast(step) && m_lastDone < step.total;
    return justEnded || m_clock() - m_lastShown >= (m_mode == Mode::Live ? liveInterval : lineInterval);
}

std::string ConsoleProgress::remaining(const Progress &step) const
{
    const auto elapsed = m_clock() - m_stageStart;
    const std::int64_t done = step.done - m_stageFirst;
    if (step.total <= 0 || isLast(step) || done <= 0 || elapsed < firstEstimate)
        return {};
    const double perStep = std::chrono::duration<double>(elapsed).count() / static_cast<double>(done);
    return fmt::format("  ETA {}", durationText(perStep * static_cast<double>(step.total - step.done)));
}

/// "  53k patches/s  radius 23.4", as far as it is known.
std::string ConsoleProgress::workText(const Progress &step) const
{
    const auto elapsed = m_clock() - m_stageStart;
    std::string text;
    if (step.patches > m_stagePatches && elapsed >= firstEstimate) {
        const double rate =
            static_cast<double>(step.patches - m_stagePatches) / std::chrono::duration<double>(elapsed).count();
        text = rate >= shortRate ? fmt::format("  {:.0f}k patches/s", rate / 1000.0)
                                 : fmt::format("  {:.0f} patches/s", rate);
    }
    return step.radiusL2 > 0.0 ? text + fmt::format("  radius {:.3g}", step.radiusL2) : text;
}

void ConsoleProgress::drawBar(const Progress &step)
{
    std::string text = printable(step.stage) + barText(step) + countText(step) + remaining(step) + workText(step);
    text.resize(std::min(text.size(), static_cast<std::size_t>(m_columns - 1)));
    m_out << '\r' << text << "\x1b[K" << std::flush;
    m_barShown = true;
}

void ConsoleProgress::printLine(const Progress &step)
{
    m_out << printable(step.stage) << countText(step) << remaining(step) << workText(step) << '\n' << std::flush;
}

void ConsoleProgress::notice(const std::string &sentence)
{
    if (m_mode == Mode::Silent)
        return;
    const std::scoped_lock lock(m_mutex);
    clearBar();
    m_out << printable(sentence) << '\n' << std::flush;
}

void ConsoleProgress::finish()
{
    const std::scoped_lock lock(m_mutex);
    clearBar();
}

void ConsoleProgress::clearBar()
{
    if (m_barShown)
        m_out << "\r\x1b[K" << std::flush;
    m_barShown = false;
}

} // namespace patina::cli
