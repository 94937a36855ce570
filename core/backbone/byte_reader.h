#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

namespace patina {

/// Walks over bytes without ever leaving them. Numbers are little endian.
class ByteReader
{
public:
    explicit ByteReader(std::span<const std::uint8_t> bytes, std::size_t position = 0)
        : m_bytes(bytes), m_position(position)
    {
    }

    std::size_t position() const { return m_position; }
    std::size_t left() const { return m_bytes.size() - m_position; }

    /// The next `count` bytes, or nothing if there are fewer.
    std::optional<std::span<const std::uint8_t>> take(std::uint64_t count)
    {
        if (count > left())
            return std::nullopt;
        const auto taken = m_bytes.subspan(m_position, static_cast<std::size_t>(count));
        m_position += taken.size();
        return taken;
    }

    template <typename Number>
    std::optional<Number> number()
    {
        const auto raw = take(sizeof(Number));
        if (!raw)
            return std::nullopt;
        Number value{};
        std::memcpy(&value, raw->data(), sizeof value);
        return value;
    }

    /// A line of at most `longest` characters without its newline, or nothing.
    std::optional<std::string_view> line(std::size_t longest)
    {
        const std::string_view rest(reinterpret_cast<const char *>(m_bytes.data()) + m_position, left());
        const std::size_t end = rest.substr(0, longest + 1).find('\n');
        if (end == std::string_view::npos)
            return std::nullopt;
        m_position += end + 1;
        return rest.substr(0, end);
    }

private:
    std::span<const std::uint8_t> m_bytes;
    std::size_t m_position;
};

} // namespace patina
