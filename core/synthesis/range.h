#pragma once

#include <string_view>

namespace patina {

/// Both ends included; every image draws its own value.
struct Range
{
    double low = 0.0;
    double high = 0.0;
    bool operator==(const Range &) const = default;
};

/// One range of a model: its name in a specification and what it may be.
template <typename Ranges>
struct RangeOf
{
    std::string_view name;
    Range Ranges::*of;
    double lowest;
    double highest;
};

/// The ranges of a model, `section` of the specification and a constexpr array `fields` of RangeOf<Ranges>.
template <typename Ranges>
struct RangeTable;

} // namespace patina
