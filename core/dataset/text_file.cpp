#include "core/dataset/text_file.h"

#include "core/base/read_file.h"

#include <fmt/format.h>

namespace patina {

namespace {

/// Length of the well-formed sequence at the start of `text`, 0 where there is none.
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto continues = [&](std::size_t i, unsigned low, unsigned high) {
        return i < text.size() && byte(i) >= low && byte(i) <= high;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return continues(1, 0x80, 0xBF) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = lead == 0xED ? 0x9F : 0xBF;
        return continues(1, low, high) && continues(2, 0x80, 0xBF) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
        return continues(1, low, high) && continues(2, 0x80, 0xBF) && continues(3, 0x80, 0xBF) ? 4 : 0;
    }
    return 0;
}

} // namespace

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

Result<std::string> readUtf8File(const std::filesystem::path &path, std::int64_t maxBytes)
{
    Result<std::string> read = readTextFile(path, maxBytes);
    if (!read)
        return read;
    std::string &text = *read;
    if (text.starts_with("\xEF\xBB\xBF"))
        text.erase(0, 3);
    if (text.find('\0') != std::string::npos)
        return fail(ErrorCode::BadFormat, fmt::format("{} is not a text file: it holds a NUL byte", path.string()));
    if (!isUtf8(text))
        return fail(ErrorCode::BadFormat, fmt::format("{} is not UTF-8 text: save it as UTF-8", path.string()));
    return read;
}

} // namespace patina
