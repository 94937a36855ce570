#include "core/image/area_average.h"
#include "core/image/image_file.h"
#include "core/image/image_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace patina {

namespace {

class ReducedSource final : public ImageSource
{
public:
    ReducedSource(std::unique_ptr<ImageSource> source, cv::Size size)
        : m_source(std::move(source)), m_info(m_source->info())
    {
        m_info.width = size.width;
        m_info.height = size.height;
    }

    const ImageInfo &info() const override { return m_info; }

    Result<cv::Mat> read(const cv::Rect &area) override
    {
        if (auto inside = detail::checkArea(area, m_info); !inside)
            return failFrom(std::move(inside));
        return detail::averageArea(*m_source, m_info.size(), area);
    }

private:
    std::unique_ptr<ImageSource> m_source;
    ImageInfo m_info;
};

int scaledSide(int side, double scale)
{
    return std::clamp(static_cast<int>(std::lround(side * scale)), 1, side);
}

} // namespace

Result<std::unique_ptr<ImageSource>> scaledImage(std::unique_ptr<ImageSource> source, double scale)
{
    if (!(scale > 0.0 && scale <= 1.0))
        return fail(ErrorCode::BadArgument, fmt::format("scale {} is not in (0, 1]", scale));
    const ImageInfo &info = source->info();
    const cv::Size size(scaledSide(info.width, scale), scaledSide(info.height, scale));
    if (size == info.size())
        return source;
    return std::make_unique<ReducedSource>(std::move(source), size);
}

Result<cv::Mat> readReduced(ImageSource &source, cv::Size size)
{
    const ImageInfo &info = source.info();
    if (size.width < 1 || size.height < 1 || size.width > info.width || size.height > info.height) {
        return fail(ErrorCode::BadArgument, fmt::format("an image of {}x{} cannot be reduced to {}x{}", info.width,
                                                        info.height, size.width, size.height));
    }
    const cv::Rect whole({}, size);
    return size == info.size() ? source.read(whole) : detail::averageArea(source, size, whole);
}

} // namespace patina
