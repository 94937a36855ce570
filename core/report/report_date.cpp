#include "core/base/system.h"
#include "core/report/make_report.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <string_view>

namespace patina {

namespace {

/// A number of exactly that many digits; -1 where it is none.
int digits(std::string_view text, std::size_t from, std::size_t count)
{
    int value = -1;
    const std::string_view part = text.substr(from, count);
    for (const char letter : part)
        if (letter < '0' || letter > '9')
            return -1;
    const auto read = std::from_chars(part.data(), part.data() + part.size(), value);
    return read.ec == std::errc() ? value : -1;
}

bool isDay(std::string_view text)
{
    const std::chrono::year_month_day day{std::chrono::year(digits(text, 0, 4)),
                                          std::chrono::month(static_cast<unsigned>(digits(text, 5, 2))),
                                          std::chrono::day(static_cast<unsigned>(digits(text, 8, 2)))};
    return text[4] == '-' && text[7] == '-' && digits(text, 0, 4) >= 1 && day.ok();
}

bool isTime(std::string_view text)
{
    const auto within = [&](std::size_t from, int limit) {
        const int value = digits(text, from, 2);
        return value >= 0 && value < limit;
    };
    return text[0] == 'T' && text[3] == ':' && text[6] == ':' && text[9] == 'Z' && within(1, 24) && within(4, 60) &&
           within(7, 60);
}

} // namespace

Result<std::string> parseReportDate(std::string_view text)
{
    constexpr std::size_t dayLength = 10;
    constexpr std::size_t wholeLength = 20;
    if (text.size() == dayLength && isDay(text))
        return std::string(text) + "T00:00:00Z";
    if (text.size() == wholeLength && isDay(text.substr(0, dayLength)) && isTime(text.substr(dayLength)))
        return std::string(text);
    return fail(ErrorCode::BadArgument,
                fmt::format("'{}' is no date: give 2026-01-31 or 2026-01-31T12:00:00Z", text.substr(0, 40)));
}

Result<std::string> defaultReportDate()
{
    const char *epoch = std::getenv("SOURCE_DATE_EPOCH");
    if (epoch == nullptr || *epoch == '\0')
        return utcNow();
    const std::string_view text = epoch;
    std::int64_t seconds = -1;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
    constexpr std::int64_t year10000 = 253402300800;
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || seconds < 0 || seconds >= year10000)
        return fail(ErrorCode::BadArgument,
                    fmt::format("SOURCE_DATE_EPOCH is '{}', no number of seconds since 1970: unset it or give one",
                                text.substr(0, 40)));
    const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
    const auto midnight = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day day(midnight);
    const std::chrono::hh_mm_ss clock(time - midnight);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count());
}

} // namespace patina
