#pragma once

#include <opencv2/core.hpp>

#include <array>
#include <vector>

namespace patina {

/// Stored values that are shown black and white; what lies between is spread evenly.
struct ToneWindow
{
    int black = 0;
    int white = 255; ///< > black

    bool operator==(const ToneWindow &) const = default;
};

/// How an image is shown unless somebody says otherwise: 8 bits as they are, 16 bits over the full range of the
/// smallest camera depth that holds the largest value.
ToneWindow usualTone(int bitDepth, int largestValue);

/// The window that leaves a share of the pixels black and as many white. \param pixels CV_8U or CV_16U, any channels.
/// \param share 0..0.5 \returns the usual one for no pixels.
ToneWindow toneByShare(const cv::Mat &pixels, double share);

/// How often values occur, in `bins` equal parts of 0..fullScale. \param pixels as above.
std::vector<double> valueHistogram(const cv::Mat &pixels, int bins, int fullScale);

/// A window as a table.
class ToneTable
{
public:
    explicit ToneTable(const ToneWindow &window);
    const ToneWindow &window() const { return m_window; }
    uchar operator[](int value) const { return m_shown[static_cast<std::size_t>(value)]; }
    /// CV_8U of as many channels.
    cv::Mat applied(const cv::Mat &stored) const;

private:
    ToneWindow m_window;
    std::vector<uchar> m_shown; ///< of 0..65535
};

} // namespace patina
