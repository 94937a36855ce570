#pragma once

#include "core/labels/run_mask.h"
#include "core/project/fact_fields.h"

#include <fmt/format.h>
#include <opencv2/core.hpp>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

// One way into a column and one out of it for every type of field. Only for project_rows.cpp.
namespace patina::detail {

inline void bindValue(SQLite::Statement &statement, int at, const std::string &value)
{
    statement.bind(at, value);
}

template <std::integral Number>
void bindValue(SQLite::Statement &statement, int at, Number value)
{
    statement.bind(at, static_cast<std::int64_t>(value));
}

template <Worded Value>
void bindValue(SQLite::Statement &statement, int at, Value value)
{
    statement.bind(at, std::string(wordFor(value)));
}

inline void bindValue(SQLite::Statement &statement, int at, const RunMask &mask)
{
    const auto bytes = encodeMask(mask);
    statement.bind(at, bytes.data(), static_cast<int>(bytes.size()));
}

inline void bindValue(SQLite::Statement &statement, int at, const std::optional<double> &value)
{
    if (value)
        statement.bind(at, *value);
    else
        statement.bind(at);
}

inline void bindValue(SQLite::Statement &statement, int at, const std::vector<cv::Point> &polygon)
{
    std::string text;
    for (const cv::Point &corner : polygon)
        text += fmt::format("{}{},{}", text.empty() ? "" : " ", corner.x, corner.y);
    statement.bind(at, text);
}

inline bool readValue(const SQLite::Column &column, std::string &value)
{
    value = column.getString();
    return column.isText();
}

template <std::integral Number>
bool readValue(const SQLite::Column &column, Number &value)
{
    const std::int64_t number = column.getInt64();
    value = static_cast<Number>(number);
    return column.isInteger() && number >= std::numeric_limits<Number>::min() &&
           number <= std::numeric_limits<Number>::max();
}

template <Worded Value>
bool readValue(const SQLite::Column &column, Value &value)
{
    const auto found = fromWord<Value>(column.getString());
    value = found.value_or(Value{});
    return found.has_value();
}

inline bool readValue(const SQLite::Column &column, RunMask &value)
{
    auto mask =
        decodeMask({static_cast<const std::uint8_t *>(column.getBlob()), static_cast<std::size_t>(column.getBytes())});
    if (mask)
        value = std::move(*mask);
    return mask.has_value();
}

inline bool readValue(const SQLite::Column &column, std::optional<double> &value)
{
    if (!column.isNull())
        value = column.getDouble();
    return true;
}

inline bool readValue(const SQLite::Column &column, std::vector<cv::Point> &polygon)
{
    const std::string text = column.getString();
    const char *at = text.data();
    const char *const end = at + text.size();
    while (at != end) {
        cv::Point corner;
        auto read = std::from_chars(at, end, corner.x);
        if (read.ec != std::errc() || read.ptr == end || *read.ptr != ',')
            return false;
        read = std::from_chars(read.ptr + 1, end, corner.y);
        if (read.ec != std::errc() || (read.ptr != end && *read.ptr != ' '))
            return false;
        at = read.ptr == end ? end : read.ptr + 1;
        polygon.push_back(corner);
    }
    return true;
}

} // namespace patina::detail
