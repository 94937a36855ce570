#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace patina::cli {

/// The one object a verb prints with --json: dotted names, no nesting but `why`, which says why a value is null.
class FlatJson
{
public:
    template <typename T>
    void set(const std::string &name, const T &value)
    {
        m_object[name] = value;
    }
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
