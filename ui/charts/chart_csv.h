#pragma once

#include <QString>

#include <string>
#include <vector>

namespace patina {

/// Shortest digits that read back as the same number, with a point; empty for what is not finite.
std::string csvNumber(double value);
/// UTF-8; with an apostrophe before a first character that makes spreadsheets take the text for a formula.
std::string safeCsvText(const QString &text);
/// A line after RFC 4180, with CR LF.
std::string csvRecord(const std::vector<std::string> &fields);

} // namespace patina
