#pragma once

#include "core/base/result.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <span>

namespace patina {

/// How stored rows and columns become the picture a person sees: the values 1..8 of EXIF and TIFF tag 274
/// (TIFF 6.0, section 8). Stored means as in the file, shown means after this has been applied.
class Orientation
{
public:
    Orientation() = default;
    /// Anything but 1..8 counts as 1, as viewers do.
    explicit Orientation(int tag) : m_tag(tag >= 1 && tag <= 8 ? tag : 1) {}

    bool swapsAxes() const { return m_tag >= 5; }
    cv::Size shownSize(cv::Size stored) const;
    /// The stored pixels that make up a rectangle of the shown picture.
    cv::Rect storedArea(cv::Rect shown, cv::Size stored) const;
    /// May change `stored` in place where that saves memory.
    cv::Mat apply(cv::Mat stored) const;

    bool operator==(const Orientation &) const = default;

private:
    bool flipsColumns() const { return m_tag == 2 || m_tag == 3 || m_tag == 6 || m_tag == 7; }
    bool flipsRows() const { return m_tag == 3 || m_tag == 4 || m_tag == 7 || m_tag == 8; }

    int m_tag = 1;
};

/// Reads the orientation out of an EXIF block that starts at its TIFF header ("II*\0" or "MM\0*").
/// A block that is damaged or has none: orientation 1.
Orientation orientationFromExif(std::span<const std::uint8_t> block);

} // namespace patina
