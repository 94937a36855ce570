#pragma once

#include "core/image/image_source.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

// Images and files made in code, for the tests of core/image.
namespace patina::test {

/// Uniform noise over the whole range of the type: no two pixels can be mixed up.
cv::Mat noiseImage(cv::Size size, int type, std::uint64_t seed);
/// A smooth 8-bit picture: what JPEG keeps within a few grey values.
cv::Mat smoothImage(cv::Size size, int channels);

/// The file a picture becomes under a suffix OpenCV knows (".png").
std::string encoded(const cv::Mat &pixels, const std::string &suffix, const std::vector<int> &parameters = {});

void writeBytes(const std::filesystem::path &path, std::string_view bytes);
std::string readBytes(const std::filesystem::path &path);

struct TiffSpec
{
    cv::Size tile = {}; ///< empty: strips
    int rowsPerStrip = 5;
    int compression = 1;  ///< libtiff's numbers
    int photometric = -1; ///< -1: by the channels
    bool big = false;
    bool bigEndian = false;
    bool separatePlanes = false;
    bool predictor = false;
    int extraSamples = 0; ///< alpha, filled with 77
    int orientation = 0;  ///< 0: no tag
    int fillOrder = 0;    ///< 0: no tag
};

/// \param pixels 1 or 3 channels (B, G, R), 8 or 16 bit. False where libtiff fails.
bool writeTiff(const std::filesystem::path &path, const cv::Mat &pixels, const TiffSpec &spec);

/// EXIF orientations 1..8 by the obvious definition: where does the stored pixel (x, y) go?
cv::Mat shownByDefinition(const cv::Mat &stored, int orientation);
/// A JPEG with an EXIF block of that orientation put in after its start.
std::string withExif(const std::string &jpeg, int orientation, bool bigEndian);

/// Same size, type and every value.
bool identical(const cv::Mat &a, const cv::Mat &b);
/// The whole image of a file; empty where it cannot be read.
cv::Mat readWhole(const std::filesystem::path &path, const ImageLimits &limits = {});
/// The error of opening or reading the whole file; no text where both work.
std::string errorOf(const std::filesystem::path &path, ErrorCode &code, const ImageLimits &limits = {});

} // namespace patina::test
