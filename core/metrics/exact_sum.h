#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

namespace patina {

/// A sum of numbers from 0 to below 2^32 in fixed point, with 96 binary places: added in any order it comes to the same
/// bits, and what was added can be taken away again. A double from 2^-43 on goes in whole, of smaller ones what is
/// below 2^-96 is cut off. The sum itself has to stay below 2^32.
class ExactSum
{
public:
    ExactSum() = default;
    /// \param value finite, 0 or above.
    explicit ExactSum(double value)
    {
        const double shifted = std::ldexp(value, 32);
        const double whole = std::floor(shifted);
        m_high = static_cast<std::uint64_t>(whole);
        m_low = static_cast<std::uint64_t>(std::ldexp(shifted - whole, 64));
    }
    static ExactSum ofWords(std::uint64_t high, std::uint64_t low)
    {
        ExactSum sum;
        sum.m_high = high;
        sum.m_low = low;
        return sum;
    }

    /// The nearest double, or one beside it; a double that went in alone comes out.
    explicit operator double() const
    {
        return std::ldexp(static_cast<double>(m_high), -32) + std::ldexp(static_cast<double>(m_low), -96);
    }
    std::uint64_t high() const { return m_high; } ///< 32 binary places
    std::uint64_t low() const { return m_low; }   ///< the 64 after them

    ExactSum &operator+=(const ExactSum &other)
    {
        m_low += other.m_low;
        m_high += other.m_high + (m_low < other.m_low ? 1 : 0);
        return *this;
    }
    /// \param other at most this.
    ExactSum &operator-=(const ExactSum &other)
    {
        const bool borrow = m_low < other.m_low;
        m_low -= other.m_low;
        m_high -= other.m_high + (borrow ? 1 : 0);
        return *this;
    }
    auto operator<=>(const ExactSum &) const = default;

private:
    std::uint64_t m_high = 0;
    std::uint64_t m_low = 0;
};

} // namespace patina
