#include "ui/charts/chart_csv.h"

#include "core/dataset/csv.h"

#include <array>
#include <charconv>
#include <cmath>

namespace patina {

std::string csvNumber(double value)
{
    if (!std::isfinite(value))
        return {};
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return {digits.data(), end};
}

std::string safeCsvText(const QString &text)
{
    static const QString risky = QStringLiteral("=+-@\t\r\n");
    return (!text.isEmpty() && risky.contains(text.front()) ? "'" : "") + text.toStdString();
}

std::string csvRecord(const std::vector<std::string> &fields)
{
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i)
        line += (i == 0 ? "" : ",") + csvField(fields[i]);
    return line + "\r\n";
}

} // namespace patina
