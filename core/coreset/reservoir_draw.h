#pragma once

#include "core/base/random.h"
#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <vector>

namespace patina {

/// Which patches of a stream make a uniform sample of N, and which slot each takes (reservoir sampling, Algorithm L: Li
/// 1994). The first N fill the slots in order; each drawn later takes the place of one.
class ReservoirDraw
{
public:
    ReservoirDraw(std::int64_t size, std::uint64_t seed);

    std::int64_t size() const { return m_size; }
    /// Patches that have passed.
    std::int64_t seen() const { return m_seen; }

    /// Lets `count` patches pass. \param put called as put(patch, slot) with patches counted from 0 among these.
    template <typename Put>
    void pass(std::int64_t count, const Put &put)
    {
        for (std::int64_t patch = 0; patch < count && m_seen + patch < m_size; ++patch)
            put(patch, m_seen + patch);
        while (m_size > 0 && m_next < m_seen + count) {
            const std::int64_t patch = m_next - m_seen;
            put(patch, static_cast<std::int64_t>(m_random.below(static_cast<std::uint64_t>(m_size))));
            skip();
        }
        m_seen += count;
    }

    static constexpr std::size_t stateNumbers = 4;
    std::vector<std::int64_t> state() const;
    /// Goes on from the state of a draw of the same size that has filled `slots`. Errors: BadFormat.
    Result<void> restore(std::span<const std::int64_t> state, std::int64_t slots);

private:
    void skip();

    std::int64_t m_size;
    Random m_random;
    double m_weight = 1.0;
    std::int64_t m_seen = 0;
    std::int64_t m_next = 0; ///< index in the stream of the next patch that replaces one
};

} // namespace patina
