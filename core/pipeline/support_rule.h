#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace patina {

/// Which rows of a bank other training images have to bear out.
struct SupportRule
{
    enum class Kind {
        Auto,    ///< rows that stand alone are dropped
        AtLeast, ///< rows of fewer images than `images` are dropped; 1: all stay
        Off,     ///< nothing is counted
    };
    Kind kind = Kind::AtLeast;
    int images = 1;

    bool operator==(const SupportRule &) const = default;
};

/// "auto", or a whole number up to 1,000,000; 0 is Off. Errors: BadArgument.
Result<SupportRule> parseSupportRule(std::string_view text);
std::string supportRuleText(const SupportRule &rule);

} // namespace patina
