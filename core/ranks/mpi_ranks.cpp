#include "core/ranks/mpi_ranks.h"

#include "core/ranks/launcher.h"

#include <fmt/format.h>

#define OMPI_SKIP_MPICXX 1
#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <mpi.h>
#include <thread>

namespace patina {

namespace {

constexpr int dataTag = 1;
constexpr int failureTag = 2;
constexpr std::size_t largestPiece = std::size_t{256} << 20; ///< MPI counts in int
constexpr std::size_t longestSentence = 2000;                ///< goes at once, whether somebody waits for it or not
constexpr std::chrono::microseconds pollInterval{200};
constexpr int lastPolls = 500;

class MpiRanks : public RankGroup
{
public:
    MpiRanks()
    {
        MPI_Comm_rank(MPI_COMM_WORLD, &m_rank);
        MPI_Comm_size(MPI_COMM_WORLD, &m_size);
    }
    MpiRanks(const MpiRanks &) = delete;
    MpiRanks &operator=(const MpiRanks &) = delete;
    /// A message that is still on its way would keep MPI from ending.
    ~MpiRanks() override
    {
        if (m_unfinished.empty())
            MPI_Finalize();
        else
            MPI_Abort(MPI_COMM_WORLD, 1);
    }

    int rank() const override { return m_rank; }
    int size() const override { return m_size; }

    Result<void> send(int to, Bytes message, const JobContext &context) override
    {
        Bytes size(sizeof(std::uint64_t));
        const std::uint64_t bytes = message.size();
        std::memcpy(size.data(), &bytes, sizeof bytes);
        auto sent = carry(Way::Send, to, std::move(size), context);
        return sent ? carry(Way::Send, to, std::move(message), context).map([](const Bytes &) {}) : failed(sent);
    }

    Result<Bytes> receive(int from, const JobContext &context) override
    {
        const auto size = carry(Way::Receive, from, Bytes(sizeof(std::uint64_t)), context);
        if (!size)
            return tl::unexpected(size.error());
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, size->data(), sizeof bytes);
        return carry(Way::Receive, from, Bytes(bytes), context);
    }

    void abandon(const Error &error) override
    {
        m_sentence = fmt::format("{} {}", static_cast<int>(error.code), error.detail).substr(0, longestSentence);
        for (int to = 0; to < m_size; ++to) {
            if (to == m_rank)
                continue;
            MPI_Request request = MPI_REQUEST_NULL;
            MPI_Isend(m_sentence.data(), static_cast<int>(m_sentence.size()), MPI_CHAR, to, failureTag, MPI_COMM_WORLD,
                      &request);
            MPI_Request_free(&request);
        }
    }

    std::optional<Error> failureElsewhere() override
    {
        if (m_failure)
            return m_failure;
        int waiting = 0;
        MPI_Status status;
        MPI_Iprobe(MPI_ANY_SOURCE, failureTag, MPI_COMM_WORLD, &waiting, &status);
        if (waiting == 0)
            return std::nullopt;
        std::array<char, longestSentence> text{};
        MPI_Recv(text.data(), static_cast<int>(text.size()), MPI_CHAR, status.MPI_SOURCE, failureTag, MPI_COMM_WORLD,
                 &status);
        int length = 0;
        MPI_Get_count(&status, MPI_CHAR, &length);
        const std::string told(text.data(), static_cast<std::size_t>(length));
        const auto space = told.find(' ');
        m_failure = Error{static_cast<ErrorCode>(std::atoi(told.c_str())),
                          fmt::format("rank {} has failed: {}", status.MPI_SOURCE,
                                      space == std::string::npos ? told : told.substr(space + 1))};
        return m_failure;
    }

private:
    enum class Way { Send, Receive };

    static Result<void> failed(const Result<Bytes> &result) { return tl::unexpected(result.error()); }

    /// Bytes that both sides know the number of, piece by piece.
    Result<Bytes> carry(Way way, int other, Bytes bytes, const JobContext &context)
    {
        for (std::size_t at = 0; at < bytes.size(); at += largestPiece) {
            const int piece = static_cast<int>(std::min(largestPiece, bytes.size() - at));
            MPI_Request request = MPI_REQUEST_NULL;
            const int begun =
                way == Way::Send
                    ? MPI_Isend(bytes.data() + at, piece, MPI_BYTE, other, dataTag, MPI_COMM_WORLD, &request)
                    : MPI_Irecv(bytes.data() + at, piece, MPI_BYTE, other, dataTag, MPI_COMM_WORLD, &request);
            if (begun != MPI_SUCCESS)
                return notCarried();
            if (auto done = wait(request, context); !done) {
                if (!isOver(request, way))
                    m_unfinished.push_back(std::move(bytes)); // MPI may still write there
                return failFrom(std::move(done));
            }
        }
        return bytes;
    }

    static tl::unexpected<Error> notCarried() { return fail(ErrorCode::Internal, "MPI failed to carry a message"); }

    /// Whether MPI has done with a message that nobody waits for any more, or soon has.
    static bool isOver(MPI_Request &request, Way way)
    {
        if (way == Way::Receive)
            MPI_Cancel(&request);
        int done = 0;
        for (int polls = 0; done == 0 && polls < lastPolls; ++polls) {
            if (MPI_Test(&request, &done, MPI_STATUS_IGNORE) != MPI_SUCCESS)
                return true;
            if (done == 0)
                std::this_thread::sleep_for(pollInterval);
        }
        return done != 0;
    }

    /// Until it is done, this rank is cancelled, or another fails.
    Result<void> wait(MPI_Request &request, const JobContext &context)
    {
        for (;;) {
            int done = 0;
            if (MPI_Test(&request, &done, MPI_STATUS_IGNORE) != MPI_SUCCESS)
                return notCarried();
            if (done != 0)
                return {};
            if (auto failure = failureElsewhere())
                return tl::unexpected(*failure);
            if (context.cancelled())
                return cancelledError();
            std::this_thread::sleep_for(pollInterval);
        }
    }

    int m_rank = 0;
    int m_size = 1;
    std::vector<Bytes> m_unfinished; ///< messages that ended half way
    std::string m_sentence;          ///< that of abandon(), while it is on its way
    std::optional<Error> m_failure;
};

} // namespace

Result<std::unique_ptr<RankGroup>> joinRanks()
{
    const int launched = launchedProcesses();
    if (launched == 0)
        return std::unique_ptr<RankGroup>();
    int provided = MPI_THREAD_SINGLE;
    if (MPI_Init_thread(nullptr, nullptr, MPI_THREAD_SERIALIZED, &provided) != MPI_SUCCESS)
        return fail(ErrorCode::Internal, "MPI cannot be started");
    MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
    auto ranks = std::make_unique<MpiRanks>();
    if (launched > 1 && ranks->size() == 1)
        return fail(
            ErrorCode::Unsupported,
            fmt::format("the launcher has started {} processes, but this program's MPI sees one: use the mpirun "
                        "of the MPI it is built with, or srun --mpi=pmix",
                        launched));
    return ranks;
}

} // namespace patina
