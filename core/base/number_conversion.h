#pragma once

#include <bit>
#include <cstdint>

namespace patina {

/// IEEE 754 binary16 to binary32, exact, subnormals, infinities and NaN included.
inline float floatFromHalf(std::uint16_t half)
{
    const std::uint32_t sign = static_cast<std::uint32_t>(half & 0x8000U) << 16U;
    const std::uint32_t exponent = (half >> 10U) & 0x1FU;
    const std::uint32_t fraction = half & 0x3FFU;
    if (exponent == 0) // zero or subnormal: fraction * 2^-24
        return std::bit_cast<float>(std::bit_cast<std::uint32_t>(static_cast<float>(fraction) * 0x1p-24F) | sign);
    const std::uint32_t wideExponent = exponent == 0x1FU ? 0xFFU : exponent + (127U - 15U);
    return std::bit_cast<float>(sign | (wideExponent << 23U) | (fraction << 13U));
}

/// bfloat16 is the upper half of a binary32.
inline float floatFromBfloat16(std::uint16_t value)
{
    return std::bit_cast<float>(static_cast<std::uint32_t>(value) << 16U);
}

} // namespace patina
