#include "core/studies/radial_spectrum.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace patina {

std::vector<double> radialSpectrum(const cv::Mat &grey)
{
    if (grey.cols < spectrumSidePx || grey.rows < spectrumSidePx)
        return {};
    cv::Mat window;
    cv::createHanningWindow(window, {spectrumSidePx, spectrumSidePx}, CV_32FC1);
    cv::Mat power = cv::Mat::zeros(spectrumSidePx, spectrumSidePx, CV_32FC1);
    constexpr int step = spectrumSidePx / 2;
    for (int y = 0; y + spectrumSidePx <= grey.rows; y += step)
        for (int x = 0; x + spectrumSidePx <= grey.cols; x += step) {
            cv::Mat square = grey(cv::Rect(x, y, spectrumSidePx, spectrumSidePx)).clone();
            square -= cv::mean(square)[0];
            square = square.mul(window);
            cv::Mat planes[2];
            cv::Mat transformed;
            cv::dft(square, transformed, cv::DFT_COMPLEX_OUTPUT);
            cv::split(transformed, planes);
            power += planes[0].mul(planes[0]) + planes[1].mul(planes[1]);
        }
    std::vector<double> sum(spectrumBands, 0.0);
    std::vector<double> count(spectrumBands, 0.0);
    for (int v = 0; v < spectrumSidePx; ++v)
        for (int u = 0; u < spectrumSidePx; ++u) {
            const double fy = std::min(v, spectrumSidePx - v);
            const double fx = std::min(u, spectrumSidePx - u);
            const double frequency = std::sqrt(fx * fx + fy * fy);
            if (frequency < 1.0 || frequency >= spectrumSidePx / 2.0)
                continue;
            const auto band =
                static_cast<std::size_t>((frequency - 1.0) / (spectrumSidePx / 2.0 - 1.0) * spectrumBands);
            sum[band] += static_cast<double>(power.at<float>(v, u));
            count[band] += 1.0;
        }
    for (std::size_t band = 0; band < sum.size(); ++band)
        sum[band] = 10.0 * std::log10(std::max(1e-12, sum[band] / std::max(1.0, count[band])));
    return sum;
}

double spectrumDistance(const std::vector<double> &a, const std::vector<double> &b)
{
    double level = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        level += (a[i] - b[i]) / static_cast<double>(a.size());
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (a[i] - b[i] - level) * (a[i] - b[i] - level);
    return std::sqrt(sum / static_cast<double>(a.size()));
}

} // namespace patina
