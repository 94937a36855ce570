#pragma once

#include "core/synthesis/defects/crack_ranges.h"
#include "core/synthesis/defects/damage_patch.h"

namespace patina::synthesis {

/// A crack: a path along the boundaries of grains, straight over a grain and kinked at its corners, that branches where
/// boundaries meet; its opening swells and closes and tapers off at both ends (fatigue and stress corrosion cracks:
/// Suresh 1998, "Fatigue of Materials"). It is mostly narrower than a pixel: what a pixel sees is the share that lies
/// open, which swallows the light, and the lips' slight slopes. The mask follows the path without gaps.
class Crack final : public PatchDefect
{
public:
    Crack(const CrackRanges &ranges, const Place &place, std::uint64_t key);

    std::string_view className() const override { return "crack"; }

private:
    /// A place on a branch.
    struct Knot
    {
        float x;
        float y;
        float openPx;
    };
    using Branch = std::vector<Knot>;
    struct Growth;
    void grow(const Growth &growth, std::uint64_t key, std::vector<Branch> &branches) const;
    void cut(const std::vector<Branch> &branches, double mmPerPixel);
    void cutSegment(const Knot &a, const Knot &b);

    double m_depthUm = 0.0;
    double m_seenUm = 0.0; ///< of the depth, how much leans its edges
    double m_widestPx = 1.0;
    float m_darkness = 0.97F; ///< of the light into the opening is lost
};

} // namespace patina::synthesis
