#include "core/base/strict_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace patina {

namespace {

struct JsonCost
{
    int depth = 0;
    std::int64_t values = 1;
};

/// Depth and number of values of a text, without building anything. Right for valid JSON, from above for the rest.
JsonCost costOf(std::string_view text)
{
    JsonCost cost;
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
            continue;
        }
        if (c == '"')
            inString = true;
        else if (c == '{' || c == '[')
            cost.depth = std::max(cost.depth, ++depth);
        else if (c == '}' || c == ']')
            --depth;
        cost.values += (c == ',' || c == ':' || c == '{' || c == '[') ? 1 : 0;
    }
    return cost;
}

/// Remembers the keys of the objects that are open and the first one that came twice.
class DuplicateKeys
{
public:
    bool operator()(int, nlohmann::json::parse_event_t event, const nlohmann::json &value)
    {
        using Event = nlohmann::json::parse_event_t;
        if (event == Event::object_start)
            m_open.emplace_back();
        else if (event == Event::object_end)
            m_open.pop_back();
        else if (event == Event::key && !m_open.back().insert(value.get<std::string>()).second && m_first.empty())
            m_first = fmt::format("key \"{}\" comes twice", value.get<std::string>());
        return true;
    }
    const std::string &complaint() const { return m_first; }

private:
    std::vector<std::set<std::string>> m_open;
    std::string m_first;
};

} // namespace

Result<nlohmann::json> parseStrictJson(std::string_view text, const JsonLimits &limits)
{
    const JsonCost cost = costOf(text);
    if (cost.depth > limits.maxDepth)
        return fail(ErrorCode::TooLarge, fmt::format("JSON nested {} deep, {} allowed", cost.depth, limits.maxDepth));
    if (cost.values > limits.maxValues)
        return fail(ErrorCode::TooLarge, fmt::format("JSON of {} values, {} allowed", cost.values, limits.maxValues));
    // The parser takes a NUL for the end of the text and would not look at what follows.
    if (const auto nul = text.find('\0'); nul != std::string_view::npos)
        return fail(ErrorCode::BadFormat, fmt::format("not JSON: a NUL at byte {}", nul));
    try {
        DuplicateKeys keys;
        nlohmann::json parsed = nlohmann::json::parse(text.begin(), text.end(), std::ref(keys));
        if (!keys.complaint().empty())
            return fail(ErrorCode::BadFormat, keys.complaint());
        return parsed;
    } catch (const nlohmann::json::exception &e) {
        return fail(ErrorCode::BadFormat, fmt::format("not JSON: {}", e.what()));
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfMemory, "no memory for the JSON text");
    }
}

} // namespace patina
