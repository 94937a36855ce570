#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace patina {

/// One record of a CSV file and the line it starts on (from 1).
struct CsvRow
{
    std::int64_t line = 0;
    std::vector<std::string> fields;
    bool operator==(const CsvRow &) const = default;
};

/// CSV after RFC 4180: comma separated, fields in double quotes may hold commas, line breaks and doubled quotes; LF or
/// CRLF; empty lines are skipped. Errors: BadFormat with the line (a quote left open, text after a closing quote,
/// a bare quote inside an unquoted field), TooLarge (over 8,000,000 fields).
Result<std::vector<CsvRow>> parseCsv(std::string_view text);

/// A CSV file with a header line; rows have exactly as many fields as the header.
struct CsvTable
{
    std::vector<std::string> header;
    std::vector<CsvRow> rows;

    /// Position of a column, -1 where it is missing.
    int column(std::string_view name) const;
};

/// Errors: those of readUtf8File and parseCsv with the file's name, BadFormat (empty, a missing column, ragged rows).
Result<CsvTable> readCsvTable(const std::filesystem::path &path, const std::vector<std::string> &requiredColumns);

/// The field as parseCsv reads it back: quoted where it has to be.
std::string csvField(std::string_view value);

} // namespace patina
