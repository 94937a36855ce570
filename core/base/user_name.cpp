#include "core/base/user_name.h"

#include <array>
#include <pwd.h>
#include <unistd.h>

namespace patina {

std::string userName()
{
    std::array<char, 16384> room{};
    passwd entry = {};
    passwd *found = nullptr;
    if (::getpwuid_r(::geteuid(), &entry, room.data(), room.size(), &found) == 0 && found != nullptr &&
        found->pw_name != nullptr && *found->pw_name != '\0')
        return found->pw_name;
    return "unknown";
}

} // namespace patina
