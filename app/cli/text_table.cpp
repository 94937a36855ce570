#include "app/cli/text_table.h"

#include "app/cli/printable.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina::cli {

namespace {

/// Letters of a UTF-8 text: bytes that do not continue one.
std::size_t lettersOf(const std::string &text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

} // namespace

TextTable::TextTable(std::vector<std::string> header, std::size_t leftColumns) : m_leftColumns(leftColumns)
{
    m_rows.push_back(std::move(header));
}

void TextTable::addRow(std::vector<std::string> cells)
{
    cells.resize(m_rows.front().size());
    for (std::string &cell : cells)
        cell = printable(cell);
    m_rows.push_back(std::move(cells));
}

std::string TextTable::text() const
{
    std::vector<std::size_t> widths(m_rows.front().size(), 0);
    for (const auto &row : m_rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], lettersOf(row[i]));
    std::string text;
    for (const auto &row : m_rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string gap(widths[i] - lettersOf(row[i]), ' ');
            line += i == 0 ? "" : "  ";
            line += i < m_leftColumns ? row[i] + gap : gap + row[i];
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

std::string sizeText(std::int64_t bytes)
{
    const auto value = static_cast<double>(bytes);
    if (value >= 1024.0 * 1024 * 1024)
        return fmt::format("{:.2f} GiB", value / (1024.0 * 1024 * 1024));
    if (value >= 1024.0 * 1024)
        return fmt::format("{:.0f} MiB", value / (1024.0 * 1024));
    return fmt::format("{:.0f} KiB", value / 1024.0);
}

} // namespace patina::cli
