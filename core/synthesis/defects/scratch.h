#pragma once

#include "core/synthesis/defects/scratch_ranges.h"
#include "core/synthesis/models.h"

#include <cstdint>
#include <vector>

namespace patina::synthesis {

/// A scratch: a hard point drawn over the metal along a curved path. It ploughs a groove and raises burrs on both sides
/// (Bosseboeuf and Merillou et al. 2001, "Surface scratches: measuring, modeling and rendering": profile of groove and
/// peaks), presses harder and softer on its way, skips, and leaves companions where the point is rough.
class Scratch final : public DefectModel
{
public:
    Scratch(const ScratchRanges &ranges, const Place &place, std::uint64_t key);

    std::string_view className() const override { return "scratch"; }
    cv::Rect bounds() const override { return m_bounds; }
    std::vector<cv::Rect> extent() const override;
    void addTo(const cv::Rect &area, DamagePlanes &damage) const override;
    float maskThresholdUm() const override { return m_maskThresholdUm; }
    nlohmann::ordered_json parameters() const override;

private:
    /// A place on the path; neighbours are one pixel apart.
    struct Point
    {
        float x;
        float y;
        float depthUm;     ///< of the groove as a pixel sees it
        float halfWidthPx; ///< at least the sampling limit
        float smear;
        float alpha2; ///< roughness of the ploughed metal, with the slopes that no pixel resolves
        float
            tone; ///< share of the light that is lost to dirt in it; below 0: bare metal, brighter than what is around
        float burr; ///< height of the left burr over its mean; the right one is high where this one is low
    };
    /// One groove.
    struct Track
    {
        std::vector<Point> points;
        float burrLeft = 0.0F; ///< height over depth
        float burrRight = 0.0F;
        cv::Rect bounds;
    };
    struct Shape;
    Track createTrack(const Shape &shape, const Place &place, std::uint64_t key) const;
    void layPath(const Shape &shape, std::uint64_t key, Track &track) const;
    void press(const Shape &shape, double mmPerPixel, std::uint64_t key, Track &track) const;
    static void addTrack(const Track &track, const cv::Rect &area, DamagePlanes &damage);

    double m_centreX = 0.0;
    double m_centreY = 0.0;
    double m_headingDeg = 0.0;
    double m_lengthMm = 0.0;
    double m_widthUm = 0.0;
    double m_depthUm = 0.0;
    double m_bendDeg = 0.0;
    float m_maskThresholdUm = 0.0F;
    std::vector<Track> m_tracks;
    cv::Rect m_bounds;
};

} // namespace patina::synthesis
