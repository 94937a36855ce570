#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace patina {

/// Whole numbers in as few bytes as they need: seven bits a byte, the least first; the highest bit says that more
/// follow (LEB128, as in DWARF and Protocol Buffers).
inline void appendShort(std::vector<std::uint8_t> &bytes, std::uint64_t number)
{
    for (; number >= 0x80; number >>= 7)
        bytes.push_back(static_cast<std::uint8_t>(number | 0x80));
    bytes.push_back(static_cast<std::uint8_t>(number));
}

/// Reads them; a number that is cut off or above what is asked for makes it fail for good, and comes out as 0.
class ShortNumbers
{
public:
    explicit ShortNumbers(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}

    bool failed() const { return m_failed; }
    bool atEnd() const { return m_bytes.empty(); }
    std::size_t left() const { return m_bytes.size(); }
    std::span<const std::uint8_t> rest() const { return m_bytes; }
    void skip(std::size_t bytes) { m_bytes = m_bytes.subspan(bytes); }

    /// \param most at most 2^63 - 1.
    std::uint64_t next(std::uint64_t most)
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 63 && !m_bytes.empty() && !m_failed; shift += 7) {
            const std::uint8_t byte = m_bytes.front();
            m_bytes = m_bytes.subspan(1);
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if ((byte & 0x80) == 0) {
                m_failed = value > most;
                return m_failed ? 0 : value;
            }
        }
        m_failed = true;
        return 0;
    }

private:
    std::span<const std::uint8_t> m_bytes;
    bool m_failed = false;
};

} // namespace patina
