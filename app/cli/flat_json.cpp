#include "app/cli/flat_json.h"

#include <fmt/format.h>

#include <cmath>

namespace patina::cli {

void FlatJson::set(const std::string &name, const std::optional<double> &value, const std::string &why)
{
    if (value && std::isfinite(*value)) {
        m_object[name] = *value;
        return;
    }
    m_object[name] = nullptr;
    m_object["why"][name] = why;
}

std::string FlatJson::text() const
{
    return m_object.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

void FlatJson::print() const
{
    fmt::print("{}\n", text());
}

} // namespace patina::cli
