#include "core/coreset/coreset_builder.h"

#include "core/coreset/builders.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace patina {

namespace {

struct StrategyName
{
    CoresetStrategy strategy;
    std::string_view name;
};

constexpr std::array strategies{StrategyName{CoresetStrategy::Reservoir, "reservoir"},
                                StrategyName{CoresetStrategy::Gated, "gated"},
                                StrategyName{CoresetStrategy::MeldReduce, "meld-reduce"},
                                StrategyName{CoresetStrategy::Tree, "tree"},
                                StrategyName{CoresetStrategy::Union, "union"},
                                StrategyName{CoresetStrategy::Offline, "offline"},
                                StrategyName{CoresetStrategy::Random, "random"}};

} // namespace

std::vector<std::string> strategyNames()
{
    std::vector<std::string> names;
    for (const StrategyName &entry : strategies)
        names.emplace_back(entry.name);
    return names;
}

std::string_view strategyName(CoresetStrategy strategy)
{
    return std::ranges::find(strategies, strategy, &StrategyName::strategy)->name;
}

Result<CoresetStrategy> strategyFromName(std::string_view name)
{
    const auto found = std::ranges::find(strategies, name, &StrategyName::name);
    if (found == strategies.end())
        return fail(ErrorCode::BadArgument,
                    fmt::format("{} is no strategy; there are {}", name, fmt::join(strategyNames(), ", ")));
    return found->strategy;
}

Result<std::unique_ptr<CoresetBuilder>> CoresetBuilder::create(const CoresetSettings &settings,
                                                               FeatureMatrix projection)
{
    if (settings.bankSize < 1 || settings.bankSize > largestBankSize)
        return fail(ErrorCode::BadArgument, fmt::format("a bank of {} rows cannot be built; it may have 1 to {}",
                                                        settings.bankSize, largestBankSize));
    if (!(settings.workingFactor >= 1.0 && settings.workingFactor <= 100.0))
        return fail(ErrorCode::BadArgument,
                    fmt::format("the working factor {} is outside 1..100", settings.workingFactor));
    if (settings.reservoirRows < 1 || settings.reservoirRows > largestReservoir)
        return fail(ErrorCode::BadArgument, fmt::format("a reservoir of {} rows cannot be kept; it may have 1 to {}",
                                                        settings.reservoirRows, largestReservoir));
    switch (settings.strategy) {
    case CoresetStrategy::Reservoir:
        return makeReservoirBuilder(settings, std::move(projection));
    case CoresetStrategy::Gated:
        return makeGatedBuilder(settings, std::move(projection));
    case CoresetStrategy::MeldReduce:
        return makeMeldReduceBuilder(settings, std::move(projection));
    case CoresetStrategy::Tree:
        return makeTreeBuilder(settings, std::move(projection));
    case CoresetStrategy::Union:
        return makeUnionBuilder(settings, std::move(projection));
    case CoresetStrategy::Offline:
        return makeOfflineBuilder(settings, std::move(projection));
    case CoresetStrategy::Random:
        return makeRandomBuilder(settings, static_cast<int>(projection.rows()));
    }
    return fail(ErrorCode::BadArgument, "unknown strategy");
}

Result<void> checkBlock(const FeatureMatrix &features, std::span<const PatchRef> origins, int expectedDim)
{
    if (static_cast<std::int64_t>(origins.size()) != features.rows())
        return fail(ErrorCode::ShapeMismatch,
                    fmt::format("{} origins were given for {} patches", origins.size(), features.rows()));
    if (expectedDim > 0 && features.rows() > 0 && features.dim() != expectedDim)
        return fail(ErrorCode::ShapeMismatch,
                    fmt::format("patches have {} features, the bank has {}", features.dim(), expectedDim));
    if (firstNonFiniteRow(features))
        return fail(ErrorCode::BadArgument, "a patch has a feature that is not finite");
    return {};
}

} // namespace patina
