#include "core/report/report_text.h"

#include <fmt/format.h>

#include <cstddef>

namespace patina {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct Character
{
    char32_t code = 0;
    std::size_t bytes = 1; ///< that it takes; 1 where it is none
    bool valid = false;
};

/// The character that `text` begins with: shortest form, no surrogates, at most U+10FFFF (RFC 3629).
Character firstCharacter(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80)
        return {first, 1, true};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length)
        return {};
    char32_t code = first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U)
            return {};
        code = (code << 6U) | (byte(i) & 0x3FU);
    }
    const bool shortest = length == 2 || (length == 3 && code >= 0x800) || (length == 4 && code >= 0x10000);
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (!shortest || surrogate || code > 0x10FFFF)
        return {};
    return {code, length, true};
}

/// Control characters, marks and overrides of the writing direction, line and paragraph separators, no characters.
bool isUnfit(char32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x61C || (code >= 0x200E && code <= 0x200F) ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF ||
           (code & 0xFFFEU) == 0xFFFEU;
}

} // namespace

std::string shownText(std::string_view foreign)
{
    std::string text;
    text.reserve(foreign.size());
    while (!foreign.empty()) {
        const Character next = firstCharacter(foreign);
        text += next.valid && !isUnfit(next.code) ? foreign.substr(0, next.bytes) : replacement;
        foreign.remove_prefix(next.bytes);
    }
    return text;
}

std::string markupText(std::string_view foreign)
{
    std::string text;
    for (const char letter : shownText(foreign)) {
        switch (letter) {
        case '&':
            text += "&amp;";
            break;
        case '<':
            text += "&lt;";
            break;
        case '>':
            text += "&gt;";
            break;
        case '"':
            text += "&quot;";
            break;
        case '\'':
            text += "&#39;";
            break;
        default:
            text += letter;
        }
    }
    return text;
}

std::string percentText(const Figure &figure)
{
    return figure.value ? fmt::format("{:.1f} %", 100.0 * *figure.value) : "-";
}

std::string numberText(const Figure &figure, int digits)
{
    return figure.value ? fmt::format("{:.{}f}", *figure.value, digits) : "-";
}

std::string percentRangeText(const Figure &low, const Figure &high)
{
    return low.value && high.value ? fmt::format("{:.1f} to {:.1f} %", 100.0 * *low.value, 100.0 * *high.value) : "-";
}

std::string rangeText(const Figure &low, const Figure &high)
{
    return low.value && high.value ? fmt::format("{:.3f} to {:.3f}", *low.value, *high.value) : "-";
}

std::string countText(std::int64_t count)
{
    std::string digits = fmt::format("{}", count);
    const std::ptrdiff_t sign = count < 0 ? 1 : 0;
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > sign; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

std::string countedText(std::int64_t count, std::string_view one)
{
    return fmt::format("{} {}{}", countText(count), one, count == 1 ? "" : "s");
}

} // namespace patina
