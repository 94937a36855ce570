#pragma once

#include "core/ranks/rank_group.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace patina::test {

/// What the ranks of one group share: messages on their way, and the first failure.
struct ThreadMail
{
    std::mutex mutex;
    std::condition_variable changed;
    std::map<std::pair<int, int>, std::deque<Bytes>> boxes; ///< from, to
    std::optional<std::pair<int, Error>> failure;
};

/// A rank that is a thread: as processes do, but in the memory of a test.
class ThreadRank : public RankGroup
{
public:
    ThreadRank(ThreadMail &mail, int rank, int size) : m_mail(mail), m_rank(rank), m_size(size) {}

    int rank() const override { return m_rank; }
    int size() const override { return m_size; }

    Result<void> send(int to, Bytes message, const JobContext &context) override
    {
        if (context.cancelled())
            return cancelledError();
        const std::scoped_lock lock(m_mail.mutex);
        m_mail.boxes[{m_rank, to}].push_back(std::move(message));
        m_mail.changed.notify_all();
        return {};
    }

    Result<Bytes> receive(int from, const JobContext &context) override
    {
        std::unique_lock lock(m_mail.mutex);
        auto &box = m_mail.boxes[{from, m_rank}];
        while (box.empty()) {
            if (auto failed = failure())
                return tl::unexpected(*failed);
            if (context.cancelled())
                return cancelledError();
            m_mail.changed.wait_for(lock, std::chrono::milliseconds(5));
        }
        Bytes message = std::move(box.front());
        box.pop_front();
        return message;
    }

    void abandon(const Error &error) override
    {
        const std::scoped_lock lock(m_mail.mutex);
        if (!m_mail.failure)
            m_mail.failure.emplace(m_rank, error);
        m_mail.changed.notify_all();
    }

    std::optional<Error> failureElsewhere() override
    {
        const std::scoped_lock lock(m_mail.mutex);
        return failure();
    }

private:
    std::optional<Error> failure() const
    {
        if (!m_mail.failure || m_mail.failure->first == m_rank)
            return std::nullopt;
        return Error{m_mail.failure->second.code,
                     "rank " + std::to_string(m_mail.failure->first) + " has failed: " + m_mail.failure->second.detail};
    }

    ThreadMail &m_mail;
    int m_rank;
    int m_size;
};

/// Does `work`, which returns a Result, on so many ranks; one that fails tells the others.
template <typename Work>
auto onRanks(int size, const Work &work)
{
    using Answer = decltype(work(std::declval<RankGroup &>()));
    ThreadMail mail;
    std::vector<std::optional<Answer>> answers(static_cast<std::size_t>(size));
    std::vector<std::thread> threads;
    for (int rank = 0; rank < size; ++rank)
        threads.emplace_back([&, rank] {
            ThreadRank group(mail, rank, size);
            auto &answer = answers[static_cast<std::size_t>(rank)];
            answer.emplace(work(group));
            if (!*answer)
                group.abandon(answer->error());
        });
    for (std::thread &thread : threads)
        thread.join();
    std::vector<Answer> all;
    for (auto &answer : answers)
        all.push_back(std::move(*answer));
    return all;
}

} // namespace patina::test
