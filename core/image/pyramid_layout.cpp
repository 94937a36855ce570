#include "core/image/pyramid_layout.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace patina {

PyramidLayout::PyramidLayout(cv::Size image) : m_levels{image}
{
    while (std::max(m_levels.back().width, m_levels.back().height) > topPx)
        m_levels.emplace_back((m_levels.back().width + 1) / 2, (m_levels.back().height + 1) / 2);
}

cv::Size PyramidLayout::tileGrid(int level) const
{
    const cv::Size size = levelSize(level);
    return {(size.width + tilePx - 1) / tilePx, (size.height + tilePx - 1) / tilePx};
}

cv::Rect PyramidLayout::tileArea(const TileKey &key) const
{
    return cv::Rect(key.column * tilePx, key.row * tilePx, tilePx, tilePx) &
           cv::Rect(cv::Point(), levelSize(key.level));
}

bool PyramidLayout::contains(const TileKey &key) const
{
    return key.level >= 0 && key.level < levelCount() && key.column >= 0 && key.row >= 0 &&
           key.column < tileGrid(key.level).width && key.row < tileGrid(key.level).height;
}

std::vector<TileKey> PyramidLayout::tilesIn(int level, const cv::Rect &area) const
{
    const cv::Rect inside = area & cv::Rect(cv::Point(), levelSize(level));
    std::vector<TileKey> keys;
    if (inside.empty())
        return keys;
    for (int row = inside.y / tilePx; row <= (inside.br().y - 1) / tilePx; ++row)
        for (int column = inside.x / tilePx; column <= (inside.br().x - 1) / tilePx; ++column)
            keys.push_back({level, column, row});
    return keys;
}

TileKey PyramidLayout::ancestor(const TileKey &key, int level)
{
    const int up = level - key.level;
    return {level, key.column >> up, key.row >> up};
}

cv::Mat halved(const cv::Mat &pixels)
{
    cv::Mat even = pixels;
    if (pixels.cols % 2 != 0 || pixels.rows % 2 != 0)
        cv::copyMakeBorder(pixels, even, 0, pixels.rows % 2, 0, pixels.cols % 2,
                           cv::BORDER_REPLICATE | cv::BORDER_ISOLATED); // not what lies around a view
    cv::Mat half;
    cv::resize(even, half, cv::Size(even.cols / 2, even.rows / 2), 0, 0, cv::INTER_AREA);
    return half;
}

} // namespace patina
