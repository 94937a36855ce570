#pragma once

#include "core/base/job_context.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace patina {

/// A striped texture with seeded noise.
inline cv::Mat madePart(int seed, cv::Size size = {128, 96})
{
    cv::Mat image(size, CV_8UC3);
    cv::RNG random(static_cast<std::uint64_t>(seed) + 1);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            image.at<cv::Vec3b>(y, x) =
                cv::Vec3b::all(static_cast<unsigned char>(120 + 30 * ((y / 4) % 2) + random.uniform(-8, 8)));
    return image;
}

/// A message sink that remembers.
struct Notices
{
    std::vector<std::string> texts;
    JobContext context()
    {
        return JobContext(nullptr, {}, [this](const std::string &text) { texts.push_back(text); });
    }
    bool contain(const std::string &part) const
    {
        return std::ranges::any_of(texts, [&](const auto &text) { return text.find(part) != std::string::npos; });
    }
};

} // namespace patina
