#include "core/base/printable.h"

#include <algorithm>

namespace patina {

std::string printable(std::string_view foreign)
{
    constexpr std::size_t longest = 80;
    std::string shown(foreign.substr(0, longest));
    std::ranges::replace_if(
        shown, [](char c) { return c < ' ' || c > '~'; }, '?');
    return foreign.size() > longest ? shown + "..." : shown;
}

} // namespace patina
