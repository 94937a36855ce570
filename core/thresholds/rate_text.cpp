#include "core/thresholds/rate_text.h"

#include <fmt/format.h>

namespace patina {

std::string rateText(double rate)
{
    const double percent = 100.0 * rate;
    return percent >= 9.95 ? fmt::format("{:.0f} %", percent) : fmt::format("{:.2g} %", percent);
}

std::string boundText(double rate)
{
    return fmt::format("{:g} %", 100.0 * rate);
}

} // namespace patina
