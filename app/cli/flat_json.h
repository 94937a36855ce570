#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace patina::cli {

/// The one object a verb prints with --json: dotted names, no nesting but `why`, which says why a value is null.
class FlatJson
{
public:
    /// A number that is not finite has no place in JSON: it becomes null with that reason.
    template <typename T>
    void set(const std::string &name, const T &value)
    {
        if constexpr (std::is_floating_point_v<T>)
            set(name, std::optional<double>(value), "not a finite number");
        else
            m_object[name] = value;
    }
    void set(const std::string &name, std::string_view value) { m_object[name] = std::string(value); }
    void setNull(const std::string &name, const std::string &why) { set(name, std::optional<double>(), why); }
    /// A value that may have no meaning.
    void set(const std::string &name, const std::optional<double> &value, const std::string &why);
    /// Prints the object and a line end on standard output.
    void print() const;
    const nlohmann::ordered_json &object() const { return m_object; }
    /// The object as text, indented.
    std::string text() const;

private:
    nlohmann::ordered_json m_object = nlohmann::ordered_json::object();
};

} // namespace patina::cli
