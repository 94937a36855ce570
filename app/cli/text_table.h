#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace patina::cli {

/// A plain table for the terminal: the first columns left, the others right aligned, widths counted in UTF-8 letters.
/// Cells may come from files and names: they are made printable.
class TextTable
{
public:
    explicit TextTable(std::vector<std::string> header, std::size_t leftColumns = 1);
    void addRow(std::vector<std::string> cells);
    std::string text() const;

private:
    std::size_t m_leftColumns;
    std::vector<std::vector<std::string>> m_rows;
};

/// "1.9 GiB", "312 MiB", "12 KiB"
std::string sizeText(std::int64_t bytes);

} // namespace patina::cli
