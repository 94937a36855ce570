#pragma once

#include "core/base/result.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace patina {

/// What a long call is doing. Stages are the field's words: "features", "coreset", "score", "evaluate", "write".
struct Progress
{
    std::string_view stage;
    std::int64_t done = 0;
    std::int64_t total = 0;   ///< 0 = unknown
    std::int64_t patches = 0; ///< that this stage has worked on so far; 0: it does not count them
    double radiusL2 = 0.0;    ///< within which the rows picked so far cover what has passed; 0: not known yet
};

/// How a call that can take over 50 ms talks to its caller: polls cancel, reports progress, tells of odd things.
/// Copyable and cheap; callbacks may come from any thread, one at a time.
class JobContext
{
public:
    using ProgressSink = std::function<void(const Progress &)>;
    using NoticeSink = std::function<void(const std::string &)>;

    /// A context that never cancels and tells nobody.
    JobContext() = default;
    JobContext(const std::atomic<bool> *cancelFlag, ProgressSink progress, NoticeSink notice = {})
        : m_cancelFlag(cancelFlag), m_progress(std::move(progress)), m_notice(std::move(notice))
    {
    }

    bool cancelled() const { return m_cancelFlag != nullptr && m_cancelFlag->load(std::memory_order_relaxed); }

    void report(const Progress &step) const
    {
        if (m_progress)
            m_progress(step);
    }
    void report(std::string_view stage, std::int64_t done, std::int64_t total) const
    {
        report(Progress{stage, done, total});
    }

    /// One sentence the user should see although the work goes on ("skipped a.png: truncated").
    void notice(const std::string &sentence) const
    {
        if (m_notice)
            m_notice(sentence);
    }

    /// The same cancel flag and notices, without progress: for a part of a larger job.
    JobContext quiet() const { return JobContext(m_cancelFlag, {}, m_notice); }
    /// The same but for where progress is told.
    JobContext withProgress(ProgressSink progress) const
    {
        return JobContext(m_cancelFlag, std::move(progress), m_notice);
    }
    /// The same but for where notices are told.
    JobContext withNotices(NoticeSink notice) const { return JobContext(m_cancelFlag, m_progress, std::move(notice)); }

private:
    const std::atomic<bool> *m_cancelFlag = nullptr;
    ProgressSink m_progress;
    NoticeSink m_notice;
};

/// The error every cancelled call returns.
inline tl::unexpected<Error> cancelledError()
{
    return fail(ErrorCode::Cancelled, "cancelled");
}

} // namespace patina
