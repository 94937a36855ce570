#pragma once

#include <string>

namespace patina {

/// Of the SQLite that this program runs with: "3.40.1".
std::string sqliteVersion();

} // namespace patina
