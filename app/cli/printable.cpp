#include "app/cli/printable.h"

#include "core/dataset/text_file.h"

namespace patina::cli {

std::string printable(std::string_view text)
{
    const bool utf8 = isUtf8(text);
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
        const bool c1Control = utf8 && byte == 0xC2 && next >= 0x80 && next < 0xA0;
        if (byte < 0x20 || byte == 0x7F || c1Control || (byte >= 0x80 && !utf8))
            result += '?';
        else
            result += text[i];
        i += c1Control ? 1 : 0;
    }
    return result;
}

} // namespace patina::cli
