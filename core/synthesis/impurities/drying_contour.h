#pragma once

#include <opencv2/core.hpp>

#include <cstdint>
#include <vector>

namespace patina::synthesis {

/// Outline of liquid that dried on a brushed surface: drops that ran together and a run-off streak.
/// A drop's outline is r(theta) = R (1 + a fbm(theta)), stretched along the grain; the contact line is pinned by the
/// grooves and creeps along them (Deegan et al. 1997, "Capillary flow as the cause of ring stains from dried liquid
/// drops"; for grooves: Chen et al. 2005, "Anisotropy in the wetting of rough surfaces").
class DryingContour
{
public:
    struct Drop
    {
        float x = 0.0F;
        float y = 0.0F;
        float radiusPx = 10.0F;
        float stretch = 1.0F;      ///< axis along the grain over axis across, square root
        float irregularity = 0.1F; ///< a
        float scallop = 0.0F;      ///< 0: the line bulges anywhere; 1: arcs that hang between points where it was held
        std::uint64_t key = 0;
    };
    struct RunOff
    {
        float x = 0.0F;
        float y = 0.0F;
        float directionX = 0.0F; ///< of gravity in the image, length 1
        float directionY = 1.0F;
        float lengthPx = 0.0F;
        float startHalfWidthPx = 4.0F;
        float endHalfWidthPx = 2.0F;
        float meanderPx = 2.0F;
        std::uint64_t key = 0;
    };
    struct Pinning
    {
        float grainCosine = 1.0F;
        float grainSine = 0.0F;
        float creepPx = 2.0F; ///< how far the line creeps along single grooves
        float holdPx = 1.0F;  ///< how far a groove holds the line that runs along it
        std::uint64_t key = 0;
    };

    explicit DryingContour(const Pinning &pinning) : m_pinning(pinning) {}
    void add(const Drop &drop);
    void add(const RunOff &runOff);

    /// Distance to the outline in pixels, over 0 inside; exact only near the outline. At most `outside` away from all
    /// liquid. \param relief of the surface at that place, see SurfaceGrip.
    float depthInside(float x, float y, float relief) const;
    const Pinning &pinning() const { return m_pinning; }
    /// Nothing lies outside of it.
    cv::Rect bounds() const { return m_bounds; }

    static constexpr float outside = -1e6F;

private:
    float dropDepth(const Drop &drop, float u, float v) const;
    float runOffDepth(const RunOff &runOff, float x, float y) const;
    bool nearLiquid(float x, float y) const;
    float slackPx() const;

    Pinning m_pinning;
    std::vector<Drop> m_drops;
    std::vector<float> m_reaches; ///< squared, one a drop
    std::vector<RunOff> m_runOffs;
    cv::Rect m_bounds;
    float m_blendPx = 1.0F; ///< width of the necks between drops
};

} // namespace patina::synthesis
