#include "core/metrics/pixel_moments.h"

#include <cassert>
#include <cmath>

namespace patina {

void PixelMoments::add(const cv::Mat &rows, const cv::Mat &ignore)
{
    assert(rows.type() == CV_32FC1 && (ignore.empty() || (ignore.type() == CV_8UC1 && ignore.size() == rows.size())));
    for (int y = 0; y < rows.rows; ++y) {
        const auto *values = rows.ptr<float>(y);
        const std::uint8_t *left = ignore.empty() ? nullptr : ignore.ptr<std::uint8_t>(y);
        std::int64_t count = 0;
        double sum = 0.0;
        double squares = 0.0;
        // Differences from the mean so far keep the sums small (Chan, Golub, LeVeque 1983).
        for (int x = 0; x < rows.cols; ++x) {
            if (left != nullptr && left[x] != 0)
                continue;
            const double difference = static_cast<double>(values[x]) - m_mean;
            ++count;
            sum += difference;
            squares += difference * difference;
        }
        if (count == 0)
            continue;
        const auto before = static_cast<double>(m_count);
        const auto added = static_cast<double>(count);
        const double shift = sum / (before + added);
        m_squares += squares - shift * sum;
        m_mean += shift;
        m_count += count;
    }
}

double PixelMoments::sigma() const
{
    return m_count == 0 ? 0.0 : std::sqrt(std::max(m_squares, 0.0) / static_cast<double>(m_count));
}

} // namespace patina
