#pragma once

#include <QImage>

#include <opencv2/core.hpp>

namespace patina {

/// The only place where OpenCV's and Qt's pixels meet.

/// Shares the Mat's memory (the image keeps the Mat alive): CV_8UC1 grey, CV_8UC3 as B, G, R, CV_8UC4 as premultiplied
/// B, G, R, A. Null for an empty Mat and any other type.
QImage imageViewOf(const cv::Mat &mat);

/// A copy: CV_8UC1 of grey images, CV_8UC3 (B, G, R) of all others. Empty for a null image.
cv::Mat matOf(const QImage &image);

} // namespace patina
