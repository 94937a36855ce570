#pragma once

#include "core/synthesis/impurities/drying_contour.h"
#include "core/synthesis/models.h"

#include <cstdint>
#include <vector>

namespace patina::synthesis {

/// What one pool of water left when it dried. Evaporation carries salts to the pinned contact line: a crisp rim (coffee
/// ring, Deegan et al. 1997). The line then recedes towards the place of the last liquid; where it holds and slips it
/// leaves inner rings (Adachi, Dimitrov and Nagayama 1995; Maheshwari et al. 2008), closest together at the rim and
/// less and less like the outline. The time of drying is t = d / (d + k l), d the depth inside the outline and l the
/// distance to the last liquid: 0 at the outline, 1 at the end. Grains: salts crystallise where there is most of them.
class DriedPool
{
public:
    struct Ring
    {
        float time = 0.2F; ///< of the drying, 0..1
        float strength = 0.5F;
        std::uint64_t key = 0;
    };
    struct Look
    {
        float radiusPx = 10.0F;
        float lastX = 0.0F; ///< where the last liquid stood
        float lastY = 0.0F;
        float rim = 0.5F;
        float rimWidthPx = 2.0F;
        float inside = 0.1F;
        float residue = 0.5F;
        float crystals = 0.3F;
        float grainPx = 1.2F;
        float filmNm = 150.0F;
        float filmCover = 0.3F;
        std::vector<Ring> rings;
        std::uint64_t key = 0;
    };
    /// What lies on one pixel.
    struct Layer
    {
        float solid = 0.0F; ///< share of the light that salts take
        float film = 0.0F;
        float filmNm = 0.0F;
        float roughen = 0.0F;
        float inside = 0.0F; ///< 1 where the water stood, 0 outside, soft between
    };

    DriedPool(DryingContour contour, Look look) : m_contour(std::move(contour)), m_look(std::move(look)) {}
    cv::Rect bounds() const { return m_contour.bounds(); }
    /// \param relief of the surface there, see SurfaceGrip.
    Layer layerAt(float x, float y, float relief) const;
    const Look &look() const { return m_look; }

private:
    float rimAt(float x, float y, float depth) const;
    float ringsAt(float x, float y, float depth, float toLast, float time) const;
    float grainsAt(float x, float y, float share) const;

    DryingContour m_contour;
    Look m_look;
};

} // namespace patina::synthesis
