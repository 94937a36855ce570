#pragma once

#include "core/synthesis/noise/blended_tile.h"

#include <cstdint>
#include <functional>
#include <future>

namespace patina::synthesis {

/// A tile of gaussianTile() that is to be made.
struct TileOrder
{
    std::function<double(double, double)> spectrum;
    std::uint64_t key = 0;
};

/// Two tiles at the same time: they are most of what a surface takes before anything of it is seen.
/// \param sidePx as in gaussianTile().
inline void makeTiles(int sidePx, const TileOrder &first, BlendedTile &firstTile, const TileOrder &second,
                      BlendedTile &secondTile)
{
    const auto make = [sidePx](const TileOrder &order) {
        return BlendedTile(gaussianTile(sidePx, order.spectrum, order.key));
    };
    auto beside = std::async(std::launch::async, make, std::cref(second));
    firstTile = make(first); // an exception waits for the other one
    secondTile = beside.get();
}

} // namespace patina::synthesis
