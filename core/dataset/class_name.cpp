#include "core/dataset/class_name.h"

#include "core/dataset/text_file.h"

#include <algorithm>

namespace patina {

bool isClassName(const std::string &name)
{
    const bool plain = std::none_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '/' || c == '\\';
    });
    return plain && !name.empty() && name.size() <= 128 && name != goodClassName && isUtf8(name);
}

} // namespace patina
