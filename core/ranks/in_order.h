#pragma once

#include "core/ranks/rank_group.h"

#include <algorithm>
#include <optional>

namespace patina {

/// Which ranks take what was worked out.
enum class TakenBy { First, All };

/// Items that ranks work on side by side, while what comes out is taken in the order of the items, whatever the number
/// of ranks: what is taken together is the same bit for bit on any.
template <typename Value>
struct ItemsInOrder
{
    std::int64_t total = 0;
    std::function<Result<Value>(std::int64_t item)> work;
    std::function<Bytes(const Value &)> encode;
    std::function<Result<Value>(std::int64_t item, const Bytes &)> decode;
    std::function<Result<void>(std::int64_t item, Value &&value)> take;
    TakenBy takenBy = TakenBy::First;

    /// The item that this rank works on after `item`; none where that is its last.
    std::optional<std::int64_t> nextOf(std::int64_t item, const RankGroup &ranks) const
    {
        return item + ranks.size() < total ? std::optional(item + ranks.size()) : std::nullopt;
    }

    /// Rounds of a few items a rank, so that what waits to be taken stays little.
    /// Errors: those of work and take, which end it on all ranks; those of RankGroup.
    Result<void> run(RankGroup &ranks, const JobContext &context) const
    {
        if (ranks.isAlone())
            return runAlone();
        const std::int64_t step = itemsPerRound * ranks.size();
        for (std::int64_t first = 0; first < total; first += step)
            if (auto done = runRound(ranks, first, std::min(total, first + step), context); !done)
                return done;
        return {};
    }

private:
    static constexpr std::int64_t itemsPerRound = 4;

    Result<void> runAlone() const
    {
        for (std::int64_t item = 0; item < total; ++item) {
            auto value = work(item);
            if (!value)
                return failFrom(std::move(value));
            if (auto taken = take(item, std::move(*value)); !taken)
                return taken;
        }
        return {};
    }

    Result<void> runRound(RankGroup &ranks, std::int64_t first, std::int64_t end, const JobContext &context) const
    {
        std::vector<Bytes> mine;
        for (std::int64_t item = first + ranks.rank(); item < end; item += ranks.size()) {
            auto value = work(item);
            if (!value)
                return failFrom(std::move(value));
            mine.push_back(encode(*value));
        }
        auto all = takenBy == TakenBy::All ? gatherEverywhere(ranks, packed(mine), context)
                                           : gather(ranks, packed(mine), context);
        if (!all)
            return failFrom(std::move(all));
        return all->empty() ? Result<void>{} : takeRound(*all, first, end);
    }

    Result<void> takeRound(const std::vector<Bytes> &all, std::int64_t first, std::int64_t end) const
    {
        std::vector<std::vector<Bytes>> byRank;
        for (const Bytes &ofRank : all) {
            auto values = unpacked(ofRank);
            if (!values)
                return failFrom(std::move(values));
            byRank.push_back(std::move(*values));
        }
        std::size_t count = 0;
        for (const auto &values : byRank)
            count += values.size();
        if (count != static_cast<std::size_t>(end - first))
            return fail(ErrorCode::Internal, "ranks have worked on other items");
        for (std::int64_t item = first; item < end; ++item) {
            const auto &values = byRank[static_cast<std::size_t>(item - first) % byRank.size()];
            const auto place = static_cast<std::size_t>(item - first) / byRank.size();
            if (place >= values.size())
                return fail(ErrorCode::Internal, "a rank has left out an item");
            auto taken =
                decode(item, values[place]).and_then([&](Value &&value) { return take(item, std::move(value)); });
            if (!taken)
                return taken;
        }
        return {};
    }
};

} // namespace patina
