#include "core/project/change.h"

#include <utility>

namespace patina {

Change inverse(const Change &change, std::string action)
{
    Change back{std::move(action), {change.edits.rbegin(), change.edits.rend()}};
    for (Edit &edit : back.edits)
        std::visit([](auto &one) { std::swap(one.before, one.after); }, edit);
    return back;
}

} // namespace patina
