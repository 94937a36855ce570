#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>
#include <opencv2/core.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// Values of a JSON that may hold anything in their place. Only for core/project/formats.
namespace patina::formats {

/// A JSON object from a file. Errors: those of readTextFile and parseStrictJson with the file's name, BadFormat.
Result<nlohmann::json> readJsonObject(const std::filesystem::path &file, std::int64_t mostBytes);

/// Null where it is not an object, or has none of that name.
const nlohmann::json *memberOf(const nlohmann::json &object, const char *name);
/// The array of that name, or an empty one.
const nlohmann::json &arrayOf(const nlohmann::json &object, const char *name);
std::optional<std::string> textOf(const nlohmann::json &object, const char *name);
/// A whole number.
std::optional<std::int64_t> wholeOf(const nlohmann::json &object, const char *name);
/// A finite number that can be a coordinate.
std::optional<double> coordinateOf(const nlohmann::json &value);
/// A number or a text, as a key.
std::optional<std::string> keyOf(const nlohmann::json &object, const char *name);
/// The size of an image; empty where it is not said, or cannot be one.
cv::Size sizeOf(const nlohmann::json &object, const char *width, const char *height);

/// [[x, y], ...]; none where it is not that, or has fewer than `least` corners or too many.
std::optional<std::vector<cv::Point2d>> pairsOf(const nlohmann::json &list, std::size_t least);
/// [x, y, x, y, ...]
std::optional<std::vector<cv::Point2d>> flatPairsOf(const nlohmann::json &list, std::size_t least);

} // namespace patina::formats
