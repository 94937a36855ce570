#pragma once

#include <string>

namespace patina {

/// Login name of whoever runs this program; "unknown" where the system does not tell.
std::string userName();

} // namespace patina
