#pragma once

#include <opencv2/core.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace patina::synthesis {

/// How a JPEG file holds its pixels (ITU-T T.81; JFIF colours): cosines of 8 x 8 blocks in steps, colours on every
/// second pixel or on each. What is put into such a photo has to be as coarse as what is there.
struct JpegStorage
{
    std::array<std::array<float, 64>, 2> steps{}; ///< of brightness and of colours, row-major by frequency
    cv::Size pixelsPerColour{1, 1};               ///< 1 or 2
    cv::Size size;                                ///< of the photo
    cv::Point origin;                             ///< of the photo's grid of blocks, in pixels of the image

    /// Of blocks that are stored together.
    cv::Size unit() const { return {8 * pixelsPerColour.width, 8 * pixelsPerColour.height}; }
    /// All of those that `area` touches.
    cv::Rect unitsOver(const cv::Rect &area) const;
};

/// Of the bytes of a file, its head at least. None: no JPEG, or one of another kind (four colours, no YCbCr).
std::optional<JpegStorage> jpegStorageOf(std::span<const std::uint8_t> head);

/// Stores the units of `image` in which it differs from `before`; other pixels keep their bytes. The colours of a unit
/// run on into those beside it: what is to be right has one more around it, but where the image ends.
/// \param at top left pixel of both in the image. They hold whole units, but where the image ends.
/// \param grey all three channels are the same.
void storeAsJpeg(const JpegStorage &storage, cv::Point at, const cv::Mat3b &before, bool grey, cv::Mat3b &image);

} // namespace patina::synthesis
