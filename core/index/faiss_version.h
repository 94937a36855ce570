#pragma once

#include <string>

namespace patina {

/// Of the FAISS that this program was built with: "1.7.3".
std::string faissVersion();

} // namespace patina
