#include "core/base/strict_json.h"

#include "core/base/printable.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace patina {

namespace {

using nlohmann::json;

/// Looks at a text without building anything of it: depth, number of values, keys that come twice. It stops at the
/// first complaint. (The parser's own callback is no way to do this: it walks all siblings at the end of each object.)
class JsonCheck final : public nlohmann::json_sax<json>
{
public:
    explicit JsonCheck(const JsonLimits &limits) : m_limits(limits) {}

    const std::optional<Error> &complaint() const { return m_complaint; }

    bool null() override { return count(); }
    bool boolean(bool) override { return count(); }
    bool number_integer(number_integer_t) override { return count(); }
    bool number_unsigned(number_unsigned_t) override { return count(); }
    bool number_float(number_float_t, const string_t &) override { return count(); }
    bool string(string_t &) override { return count(); }
    bool binary(binary_t &) override { return count(); }
    bool start_array(std::size_t) override { return open() && count(); }
    bool end_array() override { return close(); }
    bool start_object(std::size_t) override { return open() && count(); }
    bool end_object() override { return close(); }

    bool key(string_t &name) override
    {
        if (!m_open.back().insert(name).second)
            return complain(ErrorCode::BadFormat, fmt::format("key \"{}\" comes twice", printable(name)));
        return count();
    }
    /// json::parse meets the same error and says it better.
    bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) override { return false; }

private:
    bool count()
    {
        return ++m_values <= m_limits.maxValues ||
               complain(ErrorCode::TooLarge, fmt::format("JSON of over {} values", m_limits.maxValues));
    }
    bool open()
    {
        m_open.emplace_back();
        return m_open.size() <= static_cast<std::size_t>(m_limits.maxDepth) ||
               complain(ErrorCode::TooLarge, fmt::format("JSON nested over {} deep", m_limits.maxDepth));
    }
    bool close()
    {
        m_open.pop_back();
        return true;
    }
    bool complain(ErrorCode code, std::string detail)
    {
        m_complaint = Error{code, std::move(detail)};
        return false;
    }

    JsonLimits m_limits;
    std::int64_t m_values = 0;
    std::vector<std::set<std::string>> m_open; ///< keys of the objects that are open; none for an array
    std::optional<Error> m_complaint;
};

} // namespace

Result<json> parseStrictJson(std::string_view text, const JsonLimits &limits)
{
    // The parser takes a NUL for the end of the text and would not look at what follows.
    if (const auto nul = text.find('\0'); nul != std::string_view::npos)
        return fail(ErrorCode::BadFormat, fmt::format("not JSON: a NUL at byte {}", nul));
    try {
        {
            JsonCheck check(limits);
            json::sax_parse(text.begin(), text.end(), &check);
            if (check.complaint())
                return tl::unexpected(*check.complaint());
        }
        return json::parse(text.begin(), text.end());
    } catch (const json::exception &e) {
        return fail(ErrorCode::BadFormat, fmt::format("not JSON: {}", e.what()));
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfMemory, "no memory for the JSON text");
    }
}

} // namespace patina
