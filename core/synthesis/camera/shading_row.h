#pragma once

#include "core/synthesis/camera/shading.h"

// Working values of the shader, shared by its two files. Not for use elsewhere.
namespace patina::synthesis {

/// Strips reach over the image's edge by less than this.
inline constexpr int shadingMarginPx = 64;

/// The knots' values in one image row: columns x samples, and columns.
struct Shader::KnotRow
{
    std::vector<Knot> samples;
    std::vector<DiffuseKnot> diffuse;
};

/// Working values of one row of a strip.
struct Shader::Row
{
    explicit Row(int width)
        : slopeX(static_cast<std::size_t>(width)), slopeY(slopeX), xx(slopeX), xy(slopeX), yy(slopeX), norm(slopeX),
          ambient(slopeX), specular(slopeX), level(slopeX), diffuse(slopeX), gain(slopeX)
    {
    }
    std::vector<float> slopeX, slopeY;
    std::vector<float> xx, xy, yy; ///< inverse of the squared roughness in image axes; xy is doubled
    std::vector<float> norm, ambient, specular;
    std::vector<float> level, diffuse; ///< irradiance over pi on level ground and on the slope
    std::vector<float> gain;
};

} // namespace patina::synthesis
