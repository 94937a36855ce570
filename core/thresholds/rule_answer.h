#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace patina {

/// Why a rule cannot be met, as values: for who says it in another language. Of a kind only what it is about.
struct RuleRefusal
{
    enum class Kind {
        LacksOneKind, ///< good, anomalous
        TooFewGood,   ///< good
        OneScore,     ///< good: all have the same
        NoGood,
        NoDefect, ///< className
        TooFew,   ///< few, groups, rate, confidence, needed
    };
    /// What there is too little of.
    struct Few
    {
        std::string className; ///< empty: good images
        std::int64_t units = 0;
        double upper = 1.0; ///< exact bound on their rate, where none fails
        bool operator==(const Few &) const = default;
    };

    Kind kind = Kind::TooFew;
    std::int64_t good = 0; ///< images of the calibration part
    std::int64_t anomalous = 0;
    std::string className{};
    std::vector<Few> few{};
    bool groups = false; ///< units are groups
    double rate = 0.0;   ///< that is not to be exceeded
    double confidence = 0.0;
    std::int64_t needed = 0; ///< units, where none fails
    bool operator==(const RuleRefusal &) const = default;
};

/// What a rule comes to: a threshold, or that it cannot be met, why, and what is nearest.
struct RuleAnswer
{
    std::optional<double> threshold;
    std::string why;                      ///< exactly where there is no threshold: one sentence with the figures
    std::optional<double> nearest;        ///< then: the threshold that comes nearest to the rule, where there is one
    std::optional<RuleRefusal> refusal{}; ///< exactly where there is no threshold: the same as values

    static RuleAnswer of(double threshold) { return {threshold, {}, {}, {}}; }
    static RuleAnswer cannot(RuleRefusal refusal, std::string why, std::optional<double> nearest = {})
    {
        return {std::nullopt, std::move(why), nearest, std::move(refusal)};
    }
    /// The threshold, or else the nearest.
    std::optional<double> best() const { return threshold ? threshold : nearest; }
    bool operator==(const RuleAnswer &) const = default;
};

} // namespace patina
