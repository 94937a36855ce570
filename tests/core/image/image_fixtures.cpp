#include "tests/core/image/image_fixtures.h"

#include <opencv2/imgcodecs.hpp>

#include <cmath>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>
#include <tiffio.h>
#include <vector>

namespace patina::test {

cv::Mat noiseImage(cv::Size size, int type, std::uint64_t seed)
{
    cv::Mat pixels(size, type);
    cv::RNG random(seed);
    random.fill(pixels, cv::RNG::UNIFORM, 0, CV_MAT_DEPTH(type) == CV_16U ? 65536 : 256);
    return pixels;
}

cv::Mat smoothImage(cv::Size size, int channels)
{
    cv::Mat pixels(size, CV_MAKETYPE(CV_8U, channels));
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            for (int c = 0; c < channels; ++c) {
                pixels.ptr(y)[x * channels + c] =
                    cv::saturate_cast<std::uint8_t>(128 + 60 * std::sin(0.07 * x + c) + 50 * std::cos(0.05 * y - c));
            }
        }
    }
    return pixels;
}

std::string encoded(const cv::Mat &pixels, const std::string &suffix, const std::vector<int> &parameters)
{
    std::vector<std::uint8_t> bytes;
    cv::imencode(suffix, pixels, bytes, parameters);
    return {bytes.begin(), bytes.end()};
}

void writeBytes(const std::filesystem::path &path, std::string_view bytes)
{
    // A new file each time: some file systems flush one that is cut to nothing and written again.
    std::filesystem::remove(path);
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::string readBytes(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

namespace {

constexpr int alphaValue = 77;

/// The samples as they are stored: R, G, B and the extra ones.
cv::Mat storedSamples(const cv::Mat &pixels, const TiffSpec &spec)
{
    std::vector<cv::Mat> planes;
    cv::split(pixels, planes);
    if (planes.size() == 3)
        std::swap(planes[0], planes[2]);
    for (auto &plane : planes) {
        if (spec.photometric == PHOTOMETRIC_MINISWHITE)
            cv::bitwise_not(plane, plane);
    }
    for (int i = 0; i < spec.extraSamples; ++i)
        planes.emplace_back(pixels.size(), pixels.depth(), cv::Scalar(alphaValue));
    cv::Mat samples;
    cv::merge(planes, samples);
    return samples;
}

void setTags(TIFF *file, const cv::Mat &samples, const TiffSpec &spec)
{
    const bool colour = samples.channels() - spec.extraSamples == 3;
    TIFFSetField(file, TIFFTAG_IMAGEWIDTH, samples.cols);
    TIFFSetField(file, TIFFTAG_IMAGELENGTH, samples.rows);
    TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, samples.depth() == CV_16U ? 16 : 8);
    TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, samples.channels());
    TIFFSetField(file, TIFFTAG_PLANARCONFIG, spec.separatePlanes ? PLANARCONFIG_SEPARATE : PLANARCONFIG_CONTIG);
    TIFFSetField(file, TIFFTAG_COMPRESSION, spec.compression);
    TIFFSetField(file, TIFFTAG_PHOTOMETRIC,
                 spec.photometric >= 0 ? spec.photometric
                 : colour              ? PHOTOMETRIC_RGB
                                       : PHOTOMETRIC_MINISBLACK);
    if (spec.photometric == PHOTOMETRIC_YCBCR)
        TIFFSetField(file, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    if (spec.extraSamples > 0) {
        const std::vector<std::uint16_t> kinds(static_cast<std::size_t>(spec.extraSamples), EXTRASAMPLE_UNASSALPHA);
        TIFFSetField(file, TIFFTAG_EXTRASAMPLES, spec.extraSamples, kinds.data());
    }
    if (spec.predictor)
        TIFFSetField(file, TIFFTAG_PREDICTOR, PREDICTOR_HORIZONTAL);
    if (spec.fillOrder > 0)
        TIFFSetField(file, TIFFTAG_FILLORDER, spec.fillOrder);
    if (spec.orientation > 0)
        TIFFSetField(file, TIFFTAG_ORIENTATION, spec.orientation);
    if (spec.tile.empty()) {
        TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, spec.rowsPerStrip);
    } else {
        TIFFSetField(file, TIFFTAG_TILEWIDTH, spec.tile.width);
        TIFFSetField(file, TIFFTAG_TILELENGTH, spec.tile.height);
    }
}

bool writeStrips(TIFF *file, const cv::Mat &samples, int plane, int rowsPerStrip)
{
    for (int y = 0; y < samples.rows; y += rowsPerStrip) {
        cv::Mat rows = samples.rowRange(y, std::min(samples.rows, y + rowsPerStrip)).clone();
        const auto bytes = static_cast<tmsize_t>(rows.total() * rows.elemSize());
        if (TIFFWriteEncodedStrip(
                file, TIFFComputeStrip(file, static_cast<std::uint32_t>(y), static_cast<std::uint16_t>(plane)),
                rows.data, bytes) != bytes)
            return false;
    }
    return true;
}

bool writeTiles(TIFF *file, const cv::Mat &samples, int plane, cv::Size tile)
{
    for (int y = 0; y < samples.rows; y += tile.height) {
        for (int x = 0; x < samples.cols; x += tile.width) {
            cv::Mat block = cv::Mat::zeros(tile, samples.type());
            const cv::Rect area = cv::Rect(cv::Point(x, y), tile) & cv::Rect({}, samples.size());
            samples(area).copyTo(block(cv::Rect({}, area.size())));
            const auto bytes = static_cast<tmsize_t>(block.total() * block.elemSize());
            const auto number = TIFFComputeTile(file, static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y), 0,
                                                static_cast<std::uint16_t>(plane));
            if (TIFFWriteEncodedTile(file, number, block.data, bytes) != bytes)
                return false;
        }
    }
    return true;
}

} // namespace

bool writeTiff(const std::filesystem::path &path, const cv::Mat &pixels, const TiffSpec &spec)
{
    const std::string mode = std::string("w") + (spec.big ? "8" : "4") + (spec.bigEndian ? "b" : "l");
    const std::unique_ptr<TIFF, decltype(&TIFFClose)> file(TIFFOpen(path.c_str(), mode.c_str()), TIFFClose);
    if (!file)
        return false;
    const cv::Mat samples = storedSamples(pixels, spec);
    setTags(file.get(), samples, spec);
    std::vector<cv::Mat> planes{samples};
    if (spec.separatePlanes)
        cv::split(samples, planes);
    for (std::size_t p = 0; p < planes.size(); ++p) {
        const int plane = static_cast<int>(p);
        const bool written = spec.tile.empty() ? writeStrips(file.get(), planes[p], plane, spec.rowsPerStrip)
                                               : writeTiles(file.get(), planes[p], plane, spec.tile);
        if (!written)
            return false;
    }
    return TIFFFlush(file.get()) != 0;
}

cv::Mat shownByDefinition(const cv::Mat &stored, int orientation)
{
    // "The 0th row is the visual top / right side / ..." (TIFF 6.0, tag 274), written out for every value.
    const int w = stored.cols;
    const int h = stored.rows;
    cv::Mat shown(orientation >= 5 ? cv::Size(h, w) : stored.size(), stored.type());
    for (int y = 0; y < h; ++y) {
        for (int x = 0; x < w; ++x) {
            const cv::Point target[] = {{x, y}, {w - 1 - x, y}, {w - 1 - x, h - 1 - y}, {x, h - 1 - y},
                                        {y, x}, {h - 1 - y, x}, {h - 1 - y, w - 1 - x}, {y, w - 1 - x}};
            const cv::Point to = target[orientation - 1];
            std::copy_n(stored.ptr(y, x), stored.elemSize(), shown.ptr(to.y, to.x));
        }
    }
    return shown;
}

std::string withExif(const std::string &jpeg, int orientation, bool bigEndian)
{
    const auto number = [bigEndian](unsigned value, int bytes) {
        std::string text;
        for (int i = 0; i < bytes; ++i)
            text += static_cast<char>(value >> (8 * (bigEndian ? bytes - 1 - i : i)));
        return text;
    };
    std::string exif = std::string("Exif\0\0", 6) + (bigEndian ? "MM" : "II") + number(42, 2) + number(8, 4);
    exif += number(2, 2);
    exif += number(0x0100, 2) + number(4, 2) + number(1, 4) + number(640, 4);
    exif +=
        number(0x0112, 2) + number(3, 2) + number(1, 4) + number(static_cast<unsigned>(orientation), 2) + number(0, 2);
    exif += number(0, 4);
    const std::size_t length = exif.size() + 2;
    std::string marker = "\xff\xe1";
    marker += static_cast<char>(length >> 8);
    marker += static_cast<char>(length & 0xff);
    return jpeg.substr(0, 2) + marker + exif + jpeg.substr(2);
}

bool identical(const cv::Mat &a, const cv::Mat &b)
{
    return !a.empty() && a.size() == b.size() && a.type() == b.type() && cv::norm(a, b, cv::NORM_INF) == 0.0;
}

cv::Mat readWhole(const std::filesystem::path &path, const ImageLimits &limits)
{
    auto source = openImage(path, limits);
    if (!source)
        return {};
    auto pixels = (*source)->read(cv::Rect({}, (*source)->info().size()));
    return pixels ? *pixels : cv::Mat();
}

std::string errorOf(const std::filesystem::path &path, ErrorCode &code, const ImageLimits &limits)
{
    auto source = openImage(path, limits);
    if (!source) {
        code = source.error().code;
        return source.error().detail;
    }
    auto pixels = (*source)->read(cv::Rect({}, (*source)->info().size()));
    if (pixels)
        return {};
    code = pixels.error().code;
    return pixels.error().detail;
}

} // namespace patina::test
