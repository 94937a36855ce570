#pragma once

#include "core/base/result.h"
#include "core/synthesis/range.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Reading specifications. Not for use outside core/synthesis.
namespace patina::synthesis {

using nlohmann::json;

/// Reads the members of one object and notes which were asked for; what is left over is unknown.
class ObjectReader
{
public:
    ObjectReader(const json &object, std::string path) : m_object(object), m_path(std::move(path)) {}

    Result<void> open() const
    {
        if (m_object.is_object())
            return {};
        return fail(ErrorCode::BadFormat, fmt::format("specification: {} must be an object, not {}",
                                                      m_path.empty() ? "the file" : m_path, m_object.type_name()));
    }
    const json *find(const std::string &name)
    {
        m_known.insert(name);
        const auto at = m_object.find(name);
        return at == m_object.end() ? nullptr : &*at;
    }
    std::string pathOf(std::string_view name) const
    {
        return m_path.empty() ? std::string(name) : fmt::format("{}.{}", m_path, name);
    }
    tl::unexpected<Error> wrongType(std::string_view name, std::string_view expected, const json &value) const
    {
        return fail(ErrorCode::BadFormat,
                    fmt::format("specification: {} must be {}, not {}", pathOf(name), expected, value.type_name()));
    }
    Result<void> close() const
    {
        for (const auto &[name, value] : m_object.items())
            if (!m_known.contains(name))
                return fail(ErrorCode::BadFormat, fmt::format("specification: unknown field '{}'; known here are: {}",
                                                              pathOf(name), fmt::join(m_known, ", ")));
        return {};
    }

    Result<void> read(const std::string &name, int &value)
    {
        const json *found = find(name);
        if (found == nullptr)
            return {};
        if (!found->is_number_integer())
            return wrongType(name, "a whole number", *found);
        // Read wide, then narrow: a number beyond int is caught by the check of its range.
        const double wide = found->get<double>();
        value = static_cast<int>(std::clamp(wide, -2e9, 2e9));
        return {};
    }
    Result<void> read(const std::string &name, double &value)
    {
        const json *found = find(name);
        if (found == nullptr)
            return {};
        if (!found->is_number())
            return wrongType(name, "a number", *found);
        value = found->get<double>();
        return {};
    }
    Result<void> read(const std::string &name, std::uint64_t &value)
    {
        const json *found = find(name);
        if (found == nullptr)
            return {};
        if (!found->is_number_unsigned())
            return wrongType(name, "a whole number from 0 to 18446744073709551615", *found);
        value = found->get<std::uint64_t>();
        return {};
    }
    Result<void> read(const std::string &name, bool &value)
    {
        const json *found = find(name);
        if (found == nullptr)
            return {};
        if (!found->is_boolean())
            return wrongType(name, "true or false", *found);
        value = found->get<bool>();
        return {};
    }
    Result<void> read(const std::string &name, std::string &value)
    {
        const json *found = find(name);
        if (found == nullptr)
            return {};
        if (!found->is_string())
            return wrongType(name, "a text", *found);
        value = found->get<std::string>();
        return {};
    }
    Result<void> read(const std::string &name, std::vector<std::string> &value)
    {
        const json *found = find(name);
        if (found == nullptr)
            return {};
        if (!found->is_array() ||
            !std::all_of(found->begin(), found->end(), [](const json &one) { return one.is_string(); }))
            return wrongType(name, "a list of names", *found);
        value = found->get<std::vector<std::string>>();
        return {};
    }
    Result<void> read(const std::string &name, Range &value)
    {
        const json *found = find(name);
        if (found == nullptr)
            return {};
        if (found->is_number()) {
            value = {found->get<double>(), found->get<double>()};
            return {};
        }
        if (!found->is_array() || found->size() != 2 || !(*found)[0].is_number() || !(*found)[1].is_number())
            return wrongType(name, "a number or a list [low, high]", *found);
        value = {(*found)[0].get<double>(), (*found)[1].get<double>()};
        return {};
    }

private:
    const json &m_object;
    std::string m_path;
    std::set<std::string> m_known;
};

} // namespace patina::synthesis
