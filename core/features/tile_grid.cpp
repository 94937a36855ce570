#include "core/features/tile_grid.h"

#include "core/network/axis_geometry.h"

#include <algorithm>

namespace patina {

TileGrid::TileGrid(cv::Size image, int tilePx, int haloPx, int alignmentPx)
    : m_image(image), m_halo(haloPx), m_core(std::max(alignmentPx, (tilePx - 2 * haloPx) / alignmentPx * alignmentPx))
{
    // An image that fits into one window is one tile.
    if (image.width <= tilePx && image.height <= tilePx)
        m_core = std::max({m_core, image.width, image.height});
    m_rows = ceilDiv(image.height, m_core);
    m_columns = ceilDiv(image.width, m_core);
}

Tile TileGrid::tile(int row, int column) const
{
    const cv::Rect whole({0, 0}, m_image);
    const cv::Rect core = cv::Rect(column * m_core, row * m_core, m_core, m_core) & whole;
    const cv::Rect window(core.x - m_halo, core.y - m_halo, core.width + 2 * m_halo, core.height + 2 * m_halo);
    return {core, window & whole};
}

} // namespace patina
