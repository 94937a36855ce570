#pragma once

#include <optional>
#include <string>
#include <utility>

namespace patina {

/// What a rule comes to: a threshold, or that it cannot be met, why, and what is nearest.
struct RuleAnswer
{
    std::optional<double> threshold;
    std::string why;               ///< exactly where there is no threshold: one sentence with the figures
    std::optional<double> nearest; ///< then: the threshold that comes nearest to the rule, where there is one

    static RuleAnswer of(double threshold) { return {threshold, {}, {}}; }
    static RuleAnswer cannot(std::string why, std::optional<double> nearest = {})
    {
        return {std::nullopt, std::move(why), nearest};
    }
    /// The threshold, or else the nearest.
    std::optional<double> best() const { return threshold ? threshold : nearest; }
    bool operator==(const RuleAnswer &) const = default;
};

} // namespace patina
