#pragma once

#include "core/image/image_source.h"

#include <opencv2/core.hpp>

namespace patina::detail {

/// An image held in memory.
class DecodedSource final : public ImageSource
{
public:
    explicit DecodedSource(cv::Mat pixels);

    const ImageInfo &info() const override { return m_info; }
    Result<cv::Mat> read(const cv::Rect &area) override;

private:
    cv::Mat m_pixels;
    ImageInfo m_info;
};

} // namespace patina::detail
