#include "core/coreset/initial_bank.h"

#include "core/base/random.h"
#include "core/coreset/builders.h"
#include "core/coreset/working_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>

namespace patina {

namespace {

constexpr std::string_view quotaPrefix = "quota:";

/// \returns the rows that `order` lists, with their origins, in that order.
InitialBank inOrder(const InitialBank &bank, const std::vector<std::int64_t> &order)
{
    InitialBank ordered{rowsOf(bank.rows, order), {}, bank.keep};
    for (const std::int64_t row : order)
        ordered.origins.push_back(bank.origins[static_cast<std::size_t>(row)]);
    return ordered;
}

InitialBank inOrderOfOrigins(const InitialBank &bank)
{
    std::vector<std::int64_t> order(bank.origins.size());
    std::iota(order.begin(), order.end(), std::int64_t{0});
    std::ranges::stable_sort(order, {}, [&](std::int64_t row) { return bank.origins[static_cast<std::size_t>(row)]; });
    return inOrder(bank, order);
}

Result<InitialBank> reducedTo(std::int64_t count, InitialBank bank, const CoresetSettings &settings,
                              const FeatureMatrix &projection, const JobContext &context)
{
    if (bank.rows.rows() <= count)
        return bank;
    auto selection = project(bank.rows, projection, settings.threads, context);
    if (!selection)
        return failFrom(std::move(selection));
    GreedyRequest request;
    request.count = count;
    request.firstPick =
        static_cast<std::int64_t>(Random(settings.seed).below(static_cast<std::uint64_t>(bank.rows.rows())));
    request.threads = settings.threads;
    return greedySelect(*selection, request, context).map([&](const GreedySelection &picked) {
        return inOrder(bank, picked.picks);
    });
}

Result<InitialBank> rowsThatStay(InitialBank bank, const CoresetSettings &settings, const FeatureMatrix &projection,
                                 const JobContext &context)
{
    const std::int64_t quota = settings.bankSize * bank.keep.percent / 100;
    if (bank.keep.policy == KeepPolicy::Quota)
        return reducedTo(quota, std::move(bank), settings, projection, context);
    if (bank.rows.rows() >= settings.bankSize)
        return fail(
            ErrorCode::BadArgument,
            fmt::format("the initial bank has {} rows, a bank of {} has no room for new ones beside them; give a "
                        "larger --bank-size, or --keep reduce",
                        bank.rows.rows(), settings.bankSize));
    return bank;
}

} // namespace

Result<KeepRule> parseKeepRule(std::string_view text)
{
    if (text == "append")
        return KeepRule{KeepPolicy::Append, 0};
    if (text == "reduce")
        return KeepRule{KeepPolicy::Reduce, 0};
    if (text.starts_with(quotaPrefix)) {
        const std::string_view number = text.substr(quotaPrefix.size());
        int percent = 0;
        const auto parsed = std::from_chars(number.data(), number.data() + number.size(), percent);
        if (parsed.ec == std::errc() && parsed.ptr == number.data() + number.size() && percent >= 1 && percent <= 99)
            return KeepRule{KeepPolicy::Quota, percent};
    }
    return fail(ErrorCode::BadArgument,
                fmt::format("'{}' is none of append, reduce and quota:P, P per cent from 1 to 99", text));
}

std::string keepRuleText(const KeepRule &rule)
{
    switch (rule.policy) {
    case KeepPolicy::Append:
        return "append";
    case KeepPolicy::Quota:
        return fmt::format("{}{}", quotaPrefix, rule.percent);
    case KeepPolicy::Reduce:
        break;
    }
    return "reduce";
}

Result<std::unique_ptr<CoresetBuilder>> createFrom(InitialBank initial, const CoresetSettings &settings,
                                                   const FeatureMatrix &projection, const JobContext &context)
{
    auto builder = CoresetBuilder::create(settings, projection);
    if (!builder)
        return builder;
    if (auto sound = checkBlock(initial.rows, initial.origins, static_cast<int>(projection.rows())); !sound)
        return failFrom(std::move(sound));
    Result<void> started;
    if (initial.keep.policy == KeepPolicy::Reduce) {
        const InitialBank ordered = inOrderOfOrigins(initial);
        started = (*builder)->addEarlier(ordered.rows, ordered.origins, context);
    } else {
        auto stay = rowsThatStay(std::move(initial), settings, projection, context);
        started = stay ? (*builder)->freeze(std::move(stay->rows), std::move(stay->origins), context)
                       : tl::unexpected(stay.error());
    }
    if (!started)
        return failFrom(std::move(started));
    return builder;
}

} // namespace patina
