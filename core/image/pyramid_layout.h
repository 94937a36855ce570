#pragma once

#include <opencv2/core.hpp>

#include <compare>
#include <cstdint>
#include <vector>

namespace patina {

/// A tile of one level of a pyramid.
struct TileKey
{
    int level = 0;
    int column = 0;
    int row = 0;

    auto operator<=>(const TileKey &) const = default;
};

/// Levels of an image, each half as large a side as the one below (rounded up), down to one of at most `topPx` a side.
/// A pixel of level k stands for 2^k x 2^k pixels of the image, or what there is of them at the right and lower edge.
/// The top level is one picture; the others are cut into tiles.
class PyramidLayout
{
public:
    static constexpr int tilePx = 512;
    static constexpr int topPx = 1024;

    PyramidLayout() = default;
    explicit PyramidLayout(cv::Size image);

    cv::Size image() const { return m_levels.front(); }
    int levelCount() const { return static_cast<int>(m_levels.size()); }
    int top() const { return levelCount() - 1; }
    cv::Size levelSize(int level) const { return m_levels.at(static_cast<std::size_t>(level)); }
    /// Columns and rows of tiles.
    cv::Size tileGrid(int level) const;
    /// In pixels of its level.
    cv::Rect tileArea(const TileKey &key) const;
    bool contains(const TileKey &key) const;
    /// The tiles that hold pixels of `area` (of the level), row by row.
    std::vector<TileKey> tilesIn(int level, const cv::Rect &area) const;
    /// The tile of a coarser level that the tile lies in. \param level above key's.
    static TileKey ancestor(const TileKey &key, int level);

    bool operator==(const PyramidLayout &) const = default;

private:
    std::vector<cv::Size> m_levels{cv::Size()};
};

/// The next level of a picture: the mean of 2 x 2 pixels; an odd last row or column stands alone.
cv::Mat halved(const cv::Mat &pixels);

} // namespace patina
