#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace patina {

enum class ExemplarBase {
    Texture, ///< new texture with the statistics of the images: for surfaces that fill the image
    Photo    ///< the images themselves: for parts whose shape matters
};
std::string_view nameOf(ExemplarBase base);

/// One real image of a good part. Its bytes are part of what a specification means.
struct ExemplarImage
{
    std::string path;
    std::string sha256;
    bool operator==(const ExemplarImage &) const = default;
};

/// What the surface "exemplar" is made like.
struct ExemplarSpec
{
    ExemplarBase base = ExemplarBase::Texture;
    std::vector<ExemplarImage> images;
    /// Photo: each image is as large as the photo that it is like; the size of the specification is that of the
    /// largest.
    bool whole = false;
    bool operator==(const ExemplarSpec &) const = default;
};

} // namespace patina
