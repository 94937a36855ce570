#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace patina::cli {

/// A plain table for the terminal: the first column left, the others right aligned, widths counted in UTF-8 letters.
class TextTable
{
public:
    explicit TextTable(std::vector<std::string> header);
    void addRow(std::vector<std::string> cells);
    std::string text() const;

private:
    std::vector<std::vector<std::string>> m_rows;
};

/// "1.9 GiB", "312 MiB", "12 KiB"
std::string sizeText(std::int64_t bytes);

} // namespace patina::cli
