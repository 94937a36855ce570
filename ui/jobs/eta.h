#pragma once

#include <QtGlobal>

#include <optional>

namespace patina {

/// Time left if the work goes on as fast as it did: elapsed * (total - done) / done.
/// Nothing before anything is done, where the total is unknown, or in the first second (too little to judge by).
inline std::optional<qint64> remainingMs(qint64 done, qint64 total, qint64 elapsedMs)
{
    if (done <= 0 || total <= 0 || done > total || elapsedMs < 1000)
        return std::nullopt;
    const double share = static_cast<double>(total - done) / static_cast<double>(done);
    return static_cast<qint64>(static_cast<double>(elapsedMs) * share);
}

} // namespace patina
