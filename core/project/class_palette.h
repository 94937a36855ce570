#pragma once

#include <array>
#include <cstdint>

namespace patina {

// Okabe and Ito, Color Universal Design (2008), without black: 0xRRGGBB, by the position of a class.
inline constexpr std::array<std::uint32_t, 7> classPalette{0xD55E00, 0x56B4E9, 0xCC79A7, 0x009E73,
                                                           0xF0E442, 0x0072B2, 0xE69F00};
/// Of what has no class.
inline constexpr std::uint32_t noClassColour = 0x8A9499;

constexpr std::uint32_t classColourAt(int position)
{
    return classPalette[static_cast<std::size_t>(position < 0 ? 0 : position) % classPalette.size()];
}

} // namespace patina
