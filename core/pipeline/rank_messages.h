#pragma once

#include "core/pipeline/memory_plan.h"
#include "core/pipeline/model.h"
#include "core/ranks/rank_group.h"

#include <cstring>
#include <span>
#include <type_traits>
#include <vector>

namespace patina {

/// Values as they lie in memory: all ranks are of one kind of machine.
template <typename T>
Bytes bytesOfValues(std::span<const T> values)
{
    static_assert(std::is_trivially_copyable_v<T>);
    Bytes bytes(values.size_bytes());
    if (!bytes.empty())
        std::memcpy(bytes.data(), values.data(), bytes.size());
    return bytes;
}

/// Errors: BadFormat (no whole number of values).
template <typename T>
Result<std::vector<T>> valuesOfBytes(const Bytes &bytes)
{
    static_assert(std::is_trivially_copyable_v<T>);
    if (bytes.size() % sizeof(T) != 0)
        return fail(ErrorCode::BadFormat, "a message between ranks is cut off");
    std::vector<T> values(bytes.size() / sizeof(T));
    if (!bytes.empty())
        std::memcpy(values.data(), bytes.data(), bytes.size());
    return values;
}

/// Everybody's values, one rank's after another's, on every rank. Errors: those of RankGroup.
template <typename T>
Result<std::vector<T>> everybodysValues(RankGroup &ranks, const std::vector<T> &mine, const JobContext &context)
{
    if (ranks.isAlone())
        return mine;
    auto all = gatherEverywhere(ranks, bytesOfValues(std::span(mine)), context);
    if (!all)
        return failFrom(std::move(all));
    std::vector<T> joined;
    for (const Bytes &ofRank : *all) {
        auto values = valuesOfBytes<T>(ofRank);
        if (!values)
            return values;
        joined.insert(joined.end(), values->begin(), values->end());
    }
    return joined;
}

/// Text, for packed().
Bytes bytesOfText(std::string_view text);
std::string textOfBytes(const Bytes &bytes);

/// A model's bank on its way to another rank, which knows its projection: info, rows and origins.
Bytes bankMessage(const Model &model);
/// Errors: BadFormat.
Result<Model> bankOfMessage(const Bytes &message);

} // namespace patina
