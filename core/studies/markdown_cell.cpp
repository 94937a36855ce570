#include "core/studies/markdown_cell.h"

namespace patina {

std::string markdownCell(const std::string &text)
{
    std::string cell;
    for (const char letter : text) {
        if (letter == '|' || letter == '\\')
            cell += '\\';
        cell += letter == '\n' || letter == '\r' ? ' ' : letter;
    }
    return cell;
}

} // namespace patina
