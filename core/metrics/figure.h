#pragma once

#include <optional>
#include <string>
#include <utility>

namespace patina {

/// A number, or one sentence that says why the data give none.
struct Figure
{
    std::optional<double> value;
    std::string why; ///< empty exactly when there is a value

    static Figure of(double value) { return {value, {}}; }
    static Figure absent(std::string why) { return {std::nullopt, std::move(why)}; }
    bool operator==(const Figure &) const = default;
};

} // namespace patina
