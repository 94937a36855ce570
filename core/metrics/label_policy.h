#pragma once

#include "core/base/result.h"
#include "core/dataset/dataset.h"

#include <string>
#include <string_view>

namespace patina {

/// What an impurity (stain, sticker, dust) counts as.
enum class ImpurityPolicy { Normal, Defect, Ignored };

/// What an ambiguous region counts as: nothing, a defect (pessimistic) or an impurity (optimistic).
enum class AmbiguousPolicy { Ignored, Defect, Impurity };

/// Every evaluation states one.
struct LabelPolicy
{
    ImpurityPolicy impurity = ImpurityPolicy::Normal;
    AmbiguousPolicy ambiguous = AmbiguousPolicy::Ignored;
    bool operator==(const LabelPolicy &) const = default;
};

/// What the pixels of a class are under a policy.
enum class ClassRole { Defect, Harmless, Ignored };
ClassRole roleOf(ClassKind kind, const LabelPolicy &policy);

/// Whether flagged regions of a class are counted as impurities: an impurity, or an ambiguous class taken for one.
bool isImpurity(ClassKind kind, const LabelPolicy &policy);

/// `impurity=normal|defect|ignored,ambiguous=ignored|defect|impurity`; either part may be left out, empty is the
/// default. Errors: BadArgument (unknown or repeated key, unknown value; says what there is).
Result<LabelPolicy> parseLabelPolicy(std::string_view text);
std::string labelPolicyText(const LabelPolicy &policy); ///< parses back to the same policy

} // namespace patina
