#pragma once

#include <opencv2/core.hpp>

#include <cstdint>
#include <utility>
#include <vector>

struct png_struct_def;
struct png_info_def;

namespace patina {

/// One libpng writing structure, fed with rows. Every call answers false where there is no memory or libpng refuses;
/// the encoder is spent then.
class PngEncoder
{
public:
    PngEncoder();
    ~PngEncoder();
    PngEncoder(const PngEncoder &) = delete;
    PngEncoder &operator=(const PngEncoder &) = delete;

    /// \param type CV_8UC1, CV_8UC3 (B, G, R), CV_16UC1 or CV_16UC3.
    bool begin(cv::Size size, int type);
    bool addRows(const cv::Mat &rows);
    bool end();

    /// What has been encoded since the last call.
    std::vector<std::uint8_t> takeBytes() { return std::exchange(m_bytes, {}); }

private:
    [[noreturn]] static void onError(png_struct_def *png, const char *);
    static void onWarning(png_struct_def *, const char *) {}
    static void append(png_struct_def *png, unsigned char *bytes, std::size_t size);

    png_struct_def *m_png = nullptr;
    png_info_def *m_info = nullptr;
    std::vector<std::uint8_t> m_bytes;
};

/// Whether such pixels can be written as PNG.
bool isPngType(int type);

} // namespace patina
