#pragma once

#include "core/image/image_file.h"

#include <cstdint>
#include <filesystem>

struct tiff;

namespace patina::detail {

/// How the pixels of a TIFF file are laid out, read from its tags and checked.
struct TiffLayout
{
    StoredImage image;
    int samples = 1;             ///< stored per pixel; those past image.channels (alpha) are dropped
    bool separatePlanes = false; ///< one plane per sample
    bool inverted = false;       ///< MINISWHITE
    bool reversedBits = false;   ///< FillOrder 2, for rows read past libtiff
    bool tiled = false;
    bool compressed = false;
    bool lossyWarnings = false; ///< the codec only warns where data is missing
    cv::Size block;             ///< tile size, or width x rows per strip

    int blocksAcross() const { return (image.size.width - 1) / block.width + 1; }
    int blocksDown() const { return (image.size.height - 1) / block.height + 1; }
    std::int64_t blocksPerPlane() const { return std::int64_t{blocksAcross()} * blocksDown(); }
    int planes() const { return separatePlanes ? samples : 1; }
    int samplesPerPlane() const { return separatePlanes ? 1 : samples; }
    std::int64_t planePixelBytes() const { return std::int64_t{samplesPerPlane()} * (image.bitDepth / 8); }
    std::int64_t blockBytes() const { return std::int64_t{block.width} * block.height * planePixelBytes(); }
    /// Strips without compression are read row by row, whatever their height.
    bool readsRows() const { return !tiled && !compressed; }
};

/// Reads and checks the tags of the first page, and that its data lies within the file.
/// Errors: BadFormat, Unsupported, TooLarge, Unreadable (truncated).
Result<TiffLayout> readTiffLayout(tiff *file, const std::filesystem::path &path, std::int64_t fileBytes,
                                  const ImageLimits &limits);

} // namespace patina::detail
