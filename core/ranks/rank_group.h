#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace patina {

using Bytes = std::vector<std::uint8_t>;

/// Processes that do one job together, on one machine or several; each is a rank, from 0 on. All of them run the same
/// program with the same arguments and come to the same messages. One thread at a time.
class RankGroup
{
public:
    virtual ~RankGroup() = default;

    virtual int rank() const = 0;
    virtual int size() const = 0;
    bool isFirst() const { return rank() == 0; }
    bool isAlone() const { return size() == 1; }

    /// Messages from one rank to another arrive in the order in which they were sent. Both calls wait for the other
    /// rank; waiting ends when this one is cancelled or another fails. Errors: Cancelled, that of a rank that failed,
    /// Internal.
    virtual Result<void> send(int to, Bytes message, const JobContext &context) = 0;
    virtual Result<Bytes> receive(int from, const JobContext &context) = 0;

    /// Tells the others that this rank has failed and will come to no message any more.
    virtual void abandon(const Error &error) = 0;
    /// What another rank has failed by, if one has told; cheap.
    virtual std::optional<Error> failureElsewhere() = 0;

    /// Where notices go that only this rank can tell; by default those of the others are not heard.
    void setVoice(JobContext::NoticeSink voice) { m_voice = std::move(voice); }
    /// For work that all ranks do alike: only the first one tells of odd things.
    JobContext common(const JobContext &context) const { return isFirst() ? context : context.withNotices({}); }
    /// For work that this rank does for all: whatever it has to tell is heard.
    JobContext own(const JobContext &context) const { return isFirst() ? context : context.withNotices(m_voice); }

private:
    JobContext::NoticeSink m_voice;
};

/// One process by itself.
RankGroup &alone();

/// Everybody's message, by rank; only the first rank gets them. Errors: those of RankGroup.
Result<std::vector<Bytes>> gather(RankGroup &ranks, Bytes mine, const JobContext &context);
/// The first rank's message, on every rank. Errors: those of RankGroup.
Result<Bytes> fromFirst(RankGroup &ranks, Bytes message, const JobContext &context);
/// Everybody's message, by rank, on every rank. Errors: those of RankGroup.
Result<std::vector<Bytes>> gatherEverywhere(RankGroup &ranks, Bytes mine, const JobContext &context);

/// Whether all ranks begin with the same: each looks at files for itself. \param what the first rank's alike, "the
/// images". Errors: BadArgument (those of rank N differ), the same one on every rank; those of RankGroup.
Result<void> sameEverywhere(RankGroup &ranks, const std::string &what, const std::string &text,
                            const JobContext &context);

/// Several messages as one, and back. Errors: BadFormat.
Bytes packed(const std::vector<Bytes> &messages);
Result<std::vector<Bytes>> unpacked(const Bytes &message);

} // namespace patina
