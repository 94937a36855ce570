#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace patina {

/// One tile: the core it answers for and the window that is computed for it.
struct Tile
{
    cv::Rect core;   ///< cores cover the image, each pixel once
    cv::Rect window; ///< core and halo, cut off at the image's border
};

/// Tiles of an image in rows from the top left. Cores are multiples of `alignmentPx` (but at the right and bottom
/// border), windows start at multiples of it. \param tilePx side of a window, halo included; at least one alignment
/// step of core is kept however small it is. \param haloPx a multiple of alignmentPx.
class TileGrid
{
public:
    TileGrid(cv::Size image, int tilePx, int haloPx, int alignmentPx);

    int rows() const { return m_rows; }
    int columns() const { return m_columns; }
    Tile tile(int row, int column) const;

private:
    cv::Size m_image;
    int m_halo;
    int m_core;
    int m_rows;
    int m_columns;
};

} // namespace patina
