#pragma once

#include "core/coreset/coreset_builder.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace patina {

/// What becomes of the rows of an earlier bank.
enum class KeepPolicy {
    Append, ///< all stay, new rows fill up to K
    Quota,  ///< reduced to a share of K, which stays; new rows fill up to K
    Reduce, ///< old and new rows compete, all are reduced to K together
};

struct KeepRule
{
    KeepPolicy policy = KeepPolicy::Reduce;
    int percent = 0; ///< of K, 1..99; Quota only

    bool operator==(const KeepRule &) const = default;
};

/// "append", "quota:P" (P from 1 to 99) or "reduce". Errors: BadArgument.
Result<KeepRule> parseKeepRule(std::string_view text);
std::string keepRuleText(const KeepRule &rule);

/// The bank that a new one starts from.
struct InitialBank
{
    FeatureMatrix rows; ///< m x d
    std::vector<PatchRef> origins;
    KeepRule keep;
};

/// A builder that starts from an earlier bank. A quota is that many per cent of K, rounded down; of more rows the
/// greedy selection stays, from a seeded first row. With Reduce the rows are shown to the builder as a first block, in
/// the order of their origins. Errors: those of CoresetBuilder::create; BadArgument (Append where there are K old rows
/// or more, with the way out); those of CoresetBuilder::add; Cancelled.
Result<std::unique_ptr<CoresetBuilder>> createFrom(InitialBank initial, const CoresetSettings &settings,
                                                   const FeatureMatrix &projection, const JobContext &context);

} // namespace patina
