#pragma once

#include <opencv2/core.hpp>

#include <cstdint>

namespace patina {

/// Mean and standard deviation of the scores of defect-free pixels, one map (or band of rows) at a time: the threshold
/// of SegF1 is mean + 3 sigma (Heckler-Kram et al., MVTec AD 2, 2025).
class PixelMoments
{
public:
    /// \param rows CV_32FC1, finite. \param ignore empty, or CV_8UC1 of the same size: pixels over 0 are left out.
    void add(const cv::Mat &rows, const cv::Mat &ignore = {});

    std::int64_t count() const { return m_count; }
    double mean() const { return m_mean; }
    double sigma() const; ///< of the population; 0 where there is no pixel
    double threshold(double sigmas = 3.0) const { return m_mean + sigmas * sigma(); }

private:
    std::int64_t m_count = 0;
    double m_mean = 0.0;
    double m_squares = 0.0; ///< sum of squared differences from the mean
};

} // namespace patina
