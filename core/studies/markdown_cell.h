#pragma once

#include <string>

namespace patina {

/// Names may hold anything: what would end a cell of a table is escaped, what would end the line is a space.
std::string markdownCell(const std::string &text);

} // namespace patina
