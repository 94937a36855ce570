#pragma once

#include <opencv2/core.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace patina {

/// How coarse a JPEG file holds its pixels (ITU-T T.81): cosines of blocks of 8 x 8 in steps.
struct JpegTables
{
    cv::Size size;                                ///< as it is stored
    std::array<std::array<float, 64>, 2> steps{}; ///< of brightness and of colours, row-major by frequency
    cv::Size pixelsPerColour{1, 1};               ///< 1 or 2
};

/// \param head bytes of a file up to its pixels, at least. None: damaged, no JPEG, or one of another kind than grey or
/// brightness with two colours of one resolution.
std::optional<JpegTables> readJpegTables(std::span<const std::uint8_t> head);

} // namespace patina
