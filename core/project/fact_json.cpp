#include "core/project/fact_json.h"

#include "core/project/base64.h"
#include "core/project/fact_fields.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <limits>
#include <type_traits>

namespace patina {

namespace {

using detail::FactFields;
using nlohmann::json;

constexpr std::size_t mostCorners = 100'000;

template <typename Value>
json valueToJson(const Value &value)
{
    if constexpr (detail::Worded<Value>)
        return detail::wordFor(value);
    else
        return value;
}

json valueToJson(const RunMask &mask)
{
    return toBase64(encodeMask(mask));
}

json valueToJson(const std::optional<double> &value)
{
    return value ? json(*value) : json();
}

json valueToJson(const std::vector<cv::Point> &polygon)
{
    json corners = json::array();
    for (const cv::Point &corner : polygon)
        corners.push_back({corner.x, corner.y});
    return corners;
}

bool readValue(const json &from, std::string &value)
{
    if (!from.is_string())
        return false;
    value = from.get<std::string>();
    return true;
}

template <std::integral Number>
bool readValue(const json &from, Number &value)
{
    if (!from.is_number_integer())
        return false;
    const auto number = from.get<std::int64_t>();
    value = static_cast<Number>(number);
    return number >= std::numeric_limits<Number>::min() && number <= std::numeric_limits<Number>::max();
}

template <detail::Worded Value>
bool readValue(const json &from, Value &value)
{
    const auto found = from.is_string() ? detail::fromWord<Value>(from.get_ref<const std::string &>()) : std::nullopt;
    value = found.value_or(Value{});
    return found.has_value();
}

bool readValue(const json &from, RunMask &value)
{
    const auto bytes = from.is_string() ? fromBase64(from.get_ref<const std::string &>()) : std::nullopt;
    if (!bytes)
        return false;
    auto mask = decodeMask(*bytes);
    if (mask)
        value = std::move(*mask);
    return mask.has_value();
}

bool readValue(const json &from, std::optional<double> &value)
{
    if (from.is_number())
        value = from.get<double>();
    return from.is_number() || from.is_null();
}

bool readValue(const json &from, std::vector<cv::Point> &polygon)
{
    if (!from.is_array() || from.size() > mostCorners)
        return false;
    for (const json &corner : from) {
        cv::Point point;
        if (!corner.is_array() || corner.size() != 2 || !readValue(corner[0], point.x) ||
            !readValue(corner[1], point.y))
            return false;
        polygon.push_back(point);
    }
    return true;
}

template <typename Fact>
json factToJson(const std::optional<Fact> &fact)
{
    if (!fact)
        return nullptr;
    json object = json::object();
    FactFields<Fact>::visit(*fact, [&](const char *name, const auto &value) { object[name] = valueToJson(value); });
    return object;
}

/// \returns false where it is not one.
template <typename Fact>
bool readFact(const json &from, std::optional<Fact> &fact)
{
    if (from.is_null())
        return true;
    if (!from.is_object())
        return false;
    bool good = true;
    std::size_t fields = 0;
    FactFields<Fact>::visit(fact.emplace(), [&](const char *name, auto &value) {
        const auto found = from.find(name);
        if (found == from.end()) { // written before there was such a field
            good = good && std::is_same_v<std::remove_cvref_t<decltype(value)>, std::optional<double>>;
            return;
        }
        good = good && readValue(*found, value);
        ++fields;
    });
    return good && from.size() == fields;
}

template <typename Fact>
std::optional<Edit> editOf(const json &from)
{
    EditOf<Fact> edit;
    if (!from.contains("before") || !from.contains("after") || !readFact(from["before"], edit.before) ||
        !readFact(from["after"], edit.after))
        return std::nullopt;
    return edit;
}

template <typename... Facts>
std::optional<Edit> editOfAny(const json &from, const std::variant<EditOf<Facts>...> *)
{
    std::optional<Edit> edit;
    if (!from.is_object() || from.size() != 3 || !from.contains("what"))
        return edit;
    ((from["what"] == FactFields<Facts>::what ? void(edit = editOf<Facts>(from)) : void()), ...);
    return edit;
}

} // namespace

std::string factName(const Edit &edit)
{
    return std::visit(
        [](const auto &one) {
            const auto &fact = one.after ? *one.after : *one.before;
            using Fields = FactFields<std::remove_cvref_t<decltype(fact)>>;
            std::string name(Fields::what);
            int left = Fields::keys;
            Fields::visit(fact, [&](const char *, const auto &value) {
                if (left-- > 0)
                    name += (left + 1 == Fields::keys ? " " : " of ") + valueToJson(value).dump();
            });
            return name;
        },
        edit);
}

json editsToJson(const std::vector<Edit> &edits)
{
    json list = json::array();
    for (const Edit &edit : edits)
        std::visit(
            [&]<typename Fact>(const EditOf<Fact> &one) {
                list.push_back({{"what", FactFields<Fact>::what},
                                {"before", factToJson(one.before)},
                                {"after", factToJson(one.after)}});
            },
            edit);
    return list;
}

Result<std::vector<Edit>> editsFromJson(const json &edits)
{
    if (!edits.is_array())
        return fail(ErrorCode::BadFormat, "edits are no list");
    std::vector<Edit> list;
    for (const json &one : edits) {
        auto edit = editOfAny(one, static_cast<const Edit *>(nullptr));
        if (!edit)
            return fail(ErrorCode::BadFormat, fmt::format("edit {} is not one", list.size() + 1));
        list.push_back(std::move(*edit));
    }
    return list;
}

} // namespace patina
