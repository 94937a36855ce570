#include "core/dataset/csv.h"

#include "core/dataset/text_file.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina {

namespace {

constexpr std::int64_t maxCsvBytes = std::int64_t{64} << 20;
constexpr std::int64_t maxFields = 8'000'000; ///< an empty field is one byte in the file and sixty in memory

class CsvParser
{
public:
    explicit CsvParser(std::string_view text) : m_text(text) {}

    Result<std::vector<CsvRow>> parse()
    {
        while (!atEnd()) {
            if (atLineEnd()) {
                endLine();
                continue;
            }
            CsvRow row{m_line, {}};
            if (auto read = readRow(row); !read)
                return failFrom(std::move(read));
            m_rows.push_back(std::move(row));
        }
        return std::move(m_rows);
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    bool atLineEnd() const { return atEnd() || m_text[m_at] == '\n' || m_text.substr(m_at, 2) == "\r\n"; }

    Result<void> readRow(CsvRow &row)
    {
        while (true) {
            std::string field;
            auto read = !atEnd() && m_text[m_at] == '"' ? readQuoted(field) : readBare(field);
            if (!read)
                return read;
            if (++m_fields > maxFields)
                return fail(ErrorCode::TooLarge, fmt::format("line {}: more than {} fields", m_line, maxFields));
            row.fields.push_back(std::move(field));
            if (atLineEnd())
                break;
            ++m_at; // the comma
        }
        endLine();
        return {};
    }

    void endLine()
    {
        m_at = std::min(m_text.size(), m_at + (!atEnd() && m_text[m_at] == '\r' ? 2 : 1));
        ++m_line;
    }

    Result<void> readBare(std::string &field)
    {
        while (!atLineEnd() && m_text[m_at] != ',') {
            if (m_text[m_at] == '"')
                return fail(ErrorCode::BadFormat,
                            fmt::format("line {}: a quote inside a field that does not start with one", m_line));
            field += m_text[m_at++];
        }
        return {};
    }

    Result<void> readQuoted(std::string &field)
    {
        const std::int64_t openedOn = m_line;
        for (++m_at; !atEnd(); ++m_at) {
            if (m_text[m_at] == '"') {
                if (m_text.substr(m_at, 2) != "\"\"")
                    return afterQuote();
                ++m_at;
            }
            m_line += m_text[m_at] == '\n' ? 1 : 0;
            field += m_text[m_at];
        }
        return fail(ErrorCode::BadFormat, fmt::format("line {}: a quote is opened and never closed", openedOn));
    }

    Result<void> afterQuote()
    {
        ++m_at;
        if (!atLineEnd() && m_text[m_at] != ',')
            return fail(ErrorCode::BadFormat, fmt::format("line {}: text after a closing quote", m_line));
        return {};
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::int64_t m_line = 1;
    std::int64_t m_fields = 0;
    std::vector<CsvRow> m_rows;
};

} // namespace

Result<std::vector<CsvRow>> parseCsv(std::string_view text)
{
    return CsvParser(text).parse();
}

int CsvTable::column(std::string_view name) const
{
    const auto found = std::find(header.begin(), header.end(), name);
    return found == header.end() ? -1 : static_cast<int>(found - header.begin());
}

namespace {

std::string whatIsThere(const std::vector<std::string> &header)
{
    if (header.size() == 1 && header.front().find(';') != std::string::npos)
        return "with commas, not semicolons";
    std::string found = fmt::format("{}", fmt::join(header, ","));
    constexpr std::size_t longest = 80;
    if (found.size() > longest)
        found = found.substr(0, longest) + "...";
    return fmt::format("not '{}'", found);
}

} // namespace

Result<CsvTable> readCsvTable(const std::filesystem::path &path, const std::vector<std::string> &requiredColumns)
{
    Result<std::string> text = readUtf8File(path, maxCsvBytes);
    if (!text)
        return failFrom(std::move(text));
    Result<std::vector<CsvRow>> rows = parseCsv(*text);
    if (!rows)
        return fail(rows.error().code, fmt::format("{} {}", path.string(), rows.error().detail));
    if (rows->empty())
        return fail(ErrorCode::BadFormat, fmt::format("{} is empty: it needs a header line", path.string()));

    CsvTable table{std::move(rows->front().fields), {}};
    for (const std::string &name : requiredColumns)
        if (table.column(name) < 0)
            return fail(ErrorCode::BadFormat,
                        fmt::format("{}: column '{}' is missing; the header line must be {}, {}", path.string(), name,
                                    fmt::join(requiredColumns, ","), whatIsThere(table.header)));
    const std::size_t columns = table.header.size();
    for (const CsvRow &row : *rows)
        if (row.fields.size() != columns && row.line != rows->front().line)
            return fail(ErrorCode::BadFormat, fmt::format("{} line {}: {} fields instead of {}", path.string(),
                                                          row.line, row.fields.size(), columns));
    rows->erase(rows->begin());
    table.rows = std::move(*rows);
    return table;
}

std::string csvField(std::string_view value)
{
    // A lone empty field would read back as an empty line.
    if (!value.empty() && value.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(value);
    std::string quoted = "\"";
    for (const char c : value) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

} // namespace patina
