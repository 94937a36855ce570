#include "app/cli/console_progress.h"

#include <unistd.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace patina::cli {

namespace {

constexpr int barWidth = 28;
constexpr auto terminalInterval = std::chrono::milliseconds(100);
constexpr auto plainInterval = std::chrono::seconds(5);

} // namespace

std::string durationText(double seconds)
{
    const auto whole = static_cast<long>(std::lround(std::max(0.0, seconds)));
    if (whole >= 3600)
        return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

ConsoleProgress::ConsoleProgress(bool enabled) : m_enabled(enabled), m_terminal(isatty(STDERR_FILENO) == 1) {}

void ConsoleProgress::report(const Progress &step)
{
    if (!m_enabled)
        return;
    const std::scoped_lock lock(m_mutex);
    const auto now = Clock::now();
    const bool newStage = m_stage != step.stage;
    const bool last = step.total > 0 && step.done >= step.total;
    if (newStage) {
        m_stage = step.stage;
        m_stageStart = now;
    } else if (!last && now - m_lastDrawn < (m_terminal ? Clock::duration(terminalInterval) : Clock::duration(plainInterval))) {
        return;
    }
    m_lastDrawn = now;
    draw(step, now);
}

void ConsoleProgress::draw(const Progress &step, Clock::time_point now)
{
    const double elapsed = std::chrono::duration<double>(now - m_stageStart).count();
    std::string count;
    std::string left;
    if (step.total > 1)
        count = fmt::format("{}/{}", step.done, step.total);
    if (step.done > 0 && step.total > step.done)
        left = fmt::format("  {} left", durationText(elapsed * static_cast<double>(step.total - step.done) /
                                                     static_cast<double>(step.done)));
    if (!m_terminal) {
        fmt::print(stderr, "{} {}{}\n", step.stage, count, left);
        return;
    }
    const double share = step.total > 0 ? static_cast<double>(step.done) / static_cast<double>(step.total) : 0.0;
    const int filled = static_cast<int>(share * barWidth);
    fmt::print(stderr, "\r\033[K{:<10} [{:=<{}}{:{}}] {}{}", step.stage, "", filled, "", barWidth - filled, count, left);
    std::fflush(stderr);
    m_barShown = true;
}

void ConsoleProgress::notice(const std::string &sentence)
{
    if (!m_enabled)
        return;
    const std::scoped_lock lock(m_mutex);
    clearBar();
    fmt::print(stderr, "{}\n", sentence);
}

void ConsoleProgress::finish()
{
    const std::scoped_lock lock(m_mutex);
    clearBar();
}

void ConsoleProgress::clearBar()
{
    if (!m_barShown)
        return;
    std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
    m_barShown = false;
}

} // namespace patina::cli
