#include "app/cli/image_size.h"

#include "core/synthesis/spec_fields.h"

#include <fmt/format.h>

#include <charconv>

namespace patina::cli {

Result<std::pair<int, int>> parseImageSize(std::string_view text)
{
    const auto allowed = [](int side) { return side >= synthesis::smallestSidePx && side <= synthesis::largestSidePx; };
    const char *end = text.data() + text.size();
    std::pair<int, int> size;
    const auto width = std::from_chars(text.data(), end, size.first);
    if (width.ec == std::errc{} && width.ptr != end && (*width.ptr == 'x' || *width.ptr == 'X')) {
        const auto height = std::from_chars(width.ptr + 1, end, size.second);
        if (height.ec == std::errc{} && height.ptr == end && allowed(size.first) && allowed(size.second))
            return size;
    }
    return fail(ErrorCode::BadArgument,
                fmt::format("'{}' is not WIDTHxHEIGHT, each from {} to {} pixels, such as 1024x768", text,
                            synthesis::smallestSidePx, synthesis::largestSidePx));
}

} // namespace patina::cli
