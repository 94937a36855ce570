#include "ui/canvas/mat_image.h"

namespace patina {

namespace {

QImage::Format formatOf(int matType)
{
    switch (matType) {
    case CV_8UC1:
        return QImage::Format_Grayscale8;
    case CV_8UC3:
        return QImage::Format_BGR888;
    case CV_8UC4:
        return QImage::Format_ARGB32_Premultiplied;
    default:
        return QImage::Format_Invalid;
    }
}

} // namespace

QImage imageViewOf(const cv::Mat &mat)
{
    const QImage::Format format = formatOf(mat.type());
    if (mat.empty() || format == QImage::Format_Invalid)
        return {};
    auto *owner = new cv::Mat(mat); // freed by the image's clean-up function
    const auto release = [](void *kept) { delete static_cast<cv::Mat *>(kept); };
    return QImage(static_cast<const uchar *>(owner->data), owner->cols, owner->rows,
                  static_cast<qsizetype>(owner->step), format, release, owner);
}

cv::Mat matOf(const QImage &image)
{
    if (image.isNull())
        return {};
    const bool grey = image.format() == QImage::Format_Grayscale8;
    const QImage wanted = image.convertToFormat(grey ? QImage::Format_Grayscale8 : QImage::Format_BGR888);
    // Only read from: bits() would detach, with rows of another length.
    const cv::Mat view(wanted.height(), wanted.width(), grey ? CV_8UC1 : CV_8UC3, const_cast<uchar *>(wanted.constBits()),
                       static_cast<std::size_t>(wanted.bytesPerLine()));
    return view.clone();
}

} // namespace patina
