#include "core/ranks/rank_group.h"

#include "core/base/sha256.h"

#include <fmt/format.h>

#include <cstring>
#include <iterator>

namespace patina {

namespace {

class Alone : public RankGroup
{
public:
    int rank() const override { return 0; }
    int size() const override { return 1; }
    Result<void> send(int, Bytes, const JobContext &) override { return noOther(); }
    Result<Bytes> receive(int, const JobContext &) override { return noOther(); }
    void abandon(const Error &) override {}
    std::optional<Error> failureElsewhere() override { return std::nullopt; }

private:
    static tl::unexpected<Error> noOther() { return fail(ErrorCode::Internal, "there is no other process to talk to"); }
};

} // namespace

RankGroup &alone()
{
    static Alone group;
    return group;
}

Result<std::vector<Bytes>> gather(RankGroup &ranks, Bytes mine, const JobContext &context)
{
    if (!ranks.isFirst())
        return ranks.send(0, std::move(mine), context).map([] { return std::vector<Bytes>(); });
    std::vector<Bytes> all;
    all.push_back(std::move(mine));
    for (int rank = 1; rank < ranks.size(); ++rank) {
        auto message = ranks.receive(rank, context);
        if (!message)
            return failFrom(std::move(message));
        all.push_back(std::move(*message));
    }
    return all;
}

Result<Bytes> fromFirst(RankGroup &ranks, Bytes message, const JobContext &context)
{
    if (!ranks.isFirst())
        return ranks.receive(0, context);
    for (int rank = 1; rank < ranks.size(); ++rank)
        if (auto sent = ranks.send(rank, message, context); !sent)
            return failFrom(std::move(sent));
    return message;
}

Result<std::vector<Bytes>> gatherEverywhere(RankGroup &ranks, Bytes mine, const JobContext &context)
{
    return gather(ranks, std::move(mine), context)
        .and_then([&](std::vector<Bytes> &&all) { return fromFirst(ranks, packed(all), context); })
        .and_then([](Bytes &&message) { return unpacked(message); });
}

Result<void> sameEverywhere(RankGroup &ranks, const std::string &what, const std::string &text,
                            const JobContext &context)
{
    if (ranks.isAlone())
        return {};
    const std::string digest = sha256Of({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
    const auto all = gatherEverywhere(ranks, Bytes(digest.begin(), digest.end()), context);
    if (!all)
        return tl::unexpected(all.error());
    for (std::size_t rank = 1; rank < all->size(); ++rank)
        if ((*all)[rank] != all->front())
            return fail(ErrorCode::BadArgument,
                        fmt::format("rank {} does not see the same as rank 0: {}; let all of them see one folder, and "
                                    "nothing write there meanwhile",
                                    rank, what));
    return {};
}

Bytes packed(const std::vector<Bytes> &messages)
{
    Bytes whole;
    std::size_t bytes = sizeof(std::uint64_t) * (messages.size() + 1);
    for (const Bytes &message : messages)
        bytes += message.size();
    whole.reserve(bytes);
    const auto addSize = [&](std::uint64_t size) {
        Bytes digits(sizeof size);
        std::memcpy(digits.data(), &size, sizeof size);
        whole.insert(whole.end(), digits.begin(), digits.end());
    };
    addSize(messages.size());
    for (const Bytes &message : messages) {
        addSize(message.size());
        whole.insert(whole.end(), message.begin(), message.end());
    }
    return whole;
}

Result<std::vector<Bytes>> unpacked(const Bytes &message)
{
    std::size_t at = 0;
    const auto left = [&] { return message.size() - at; };
    const auto size = [&]() -> std::optional<std::uint64_t> {
        std::uint64_t value = 0;
        if (left() < sizeof value)
            return std::nullopt;
        std::memcpy(&value, message.data() + at, sizeof value);
        at += sizeof value;
        return value;
    };
    std::vector<Bytes> messages;
    const auto count = size();
    for (std::uint64_t i = 0; count && i < *count; ++i) {
        const auto bytes = size();
        if (!bytes || *bytes > left())
            return fail(ErrorCode::BadFormat, "a message between ranks is cut off");
        const auto begin = message.begin() + static_cast<std::ptrdiff_t>(at);
        messages.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(*bytes));
        at += *bytes;
    }
    if (!count || left() > 0)
        return fail(ErrorCode::BadFormat, "a message between ranks is cut off");
    return messages;
}

} // namespace patina
