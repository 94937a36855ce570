#include "core/project/formats/json_fields.h"

#include "core/base/strict_json.h"
#include "core/dataset/text_file.h"
#include "core/project/formats/foreign_labels.h"

#include <fmt/format.h>

#include <cmath>

namespace patina::formats {

using nlohmann::json;

namespace {

constexpr std::int64_t longestSide = 1 << 24;

} // namespace

Result<json> readJsonObject(const std::filesystem::path &file, std::int64_t mostBytes)
{
    const auto text = readUtf8File(file, mostBytes);
    if (!text)
        return tl::unexpected(text.error());
    auto object = parseStrictJson(*text);
    if (!object)
        return fail(object.error().code, fmt::format("{}: {}", file.string(), object.error().detail));
    if (!object->is_object())
        return fail(ErrorCode::BadFormat, fmt::format("{} is no JSON object", file.string()));
    return object;
}

const json *memberOf(const json &object, const char *name)
{
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(name);
    return found == object.end() ? nullptr : &*found;
}

const json &arrayOf(const json &object, const char *name)
{
    static const json none = json::array();
    const json *found = memberOf(object, name);
    return found != nullptr && found->is_array() ? *found : none;
}

std::optional<std::string> textOf(const json &object, const char *name)
{
    const json *found = memberOf(object, name);
    return found != nullptr && found->is_string() ? std::optional(found->get<std::string>()) : std::nullopt;
}

std::optional<std::int64_t> wholeOf(const json &object, const char *name)
{
    const json *found = memberOf(object, name);
    // nlohmann's "unsigned" may be over 2^63.
    if (found == nullptr || !found->is_number_integer() ||
        (found->is_number_unsigned() && found->get<std::uint64_t>() > INT64_MAX))
        return std::nullopt;
    return found->get<std::int64_t>();
}

std::optional<double> coordinateOf(const json &value)
{
    if (!value.is_number())
        return std::nullopt;
    const double number = value.get<double>();
    return std::abs(number) <= furthestCoordinate ? std::optional(number) : std::nullopt;
}

std::optional<std::string> keyOf(const json &object, const char *name)
{
    const json *found = memberOf(object, name);
    if (found == nullptr || !(found->is_number_integer() || found->is_string()))
        return std::nullopt;
    return found->dump(-1, ' ', false, json::error_handler_t::replace);
}

cv::Size sizeOf(const json &object, const char *width, const char *height)
{
    const std::int64_t columns = wholeOf(object, width).value_or(0);
    const std::int64_t rows = wholeOf(object, height).value_or(0);
    if (columns <= 0 || rows <= 0 || columns > longestSide || rows > longestSide)
        return {};
    return {static_cast<int>(columns), static_cast<int>(rows)};
}

std::optional<std::vector<cv::Point2d>> pairsOf(const json &list, std::size_t least)
{
    if (!list.is_array() || list.size() < least || list.size() > mostCorners)
        return std::nullopt;
    std::vector<cv::Point2d> points;
    points.reserve(list.size());
    for (const json &pair : list) {
        if (!pair.is_array() || pair.size() != 2)
            return std::nullopt;
        const auto x = coordinateOf(pair[0]);
        const auto y = coordinateOf(pair[1]);
        if (!x || !y)
            return std::nullopt;
        points.emplace_back(*x, *y);
    }
    return points;
}

std::optional<std::vector<cv::Point2d>> flatPairsOf(const json &list, std::size_t least)
{
    if (!list.is_array() || list.size() % 2 != 0 || list.size() / 2 < least || list.size() / 2 > mostCorners)
        return std::nullopt;
    std::vector<cv::Point2d> points;
    points.reserve(list.size() / 2);
    for (std::size_t i = 0; i < list.size(); i += 2) {
        const auto x = coordinateOf(list[i]);
        const auto y = coordinateOf(list[i + 1]);
        if (!x || !y)
            return std::nullopt;
        points.emplace_back(*x, *y);
    }
    return points;
}

} // namespace patina::formats
