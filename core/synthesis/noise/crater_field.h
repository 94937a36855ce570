#pragma once

#include <opencv2/core.hpp>

#include <cstdint>

namespace patina::synthesis {

/// Impacts strewn evenly, each a bowl with a raised rim that levels what was there before: the later one wins, as under
/// a jet of shot. Pores, grain imprints and pull-outs are the same with other rims and signs.
struct CraterScale
{
    double smallestRadiusPx = 1.0; ///< of the bowl; at least 0.8 is drawn
    double largestRadiusPx = 4.0;
    double sizeExponent = 2.5;  ///< density of radii falls as radius^-exponent
    double coverage = 1.0;      ///< bowls over a pixel, on average
    double depthToRadius = 0.1; ///< in units of the plane per pixel; negative: bumps
    double rim = 0.25;          ///< height of the rim over the depth of the bowl
    double levels = 0.7;        ///< share of what was there that an impact takes away
    double oblique = 0.3;       ///< largest shortening of one axis
    std::uint64_t key = 0;
};

/// Draws the impacts onto `plane` (area.height x area.width), in an order that is the same for every rectangle.
void addCraters(const CraterScale &scale, const cv::Rect &area, cv::Mat1f &plane);

} // namespace patina::synthesis
