#pragma once

#include <opencv2/core.hpp>

#include <cstdint>
#include <vector>

namespace patina::synthesis {

/// A place between one of `where`, each as likely as any other, and one of those nearest to it: where real defects lie
/// on one line or in one region so do these, and nowhere else. \param where pixels, not empty.
cv::Point2d drawnPlace(const std::vector<cv::Point2d> &where, std::uint64_t key);

} // namespace patina::synthesis
