#pragma once

#include "core/synthesis/models.h"
#include "core/synthesis/noise/blended_tile.h"
#include "core/synthesis/surfaces/cutting_marks.h"
#include "core/synthesis/surfaces/milled_spiral_ranges.h"

#include <vector>

namespace patina::synthesis {

/// Face-milled metal. A cutter of large diameter turns while it moves on: each tooth cuts a trochoid, near enough a
/// circle, one feed further than the last. The leading side leaves arcs, the trailing side cuts again behind the axis
/// and leaves arcs the other way round, higher or lower as the spindle leans; both cross (Baek, Ko and Kim 2001,
/// "Optimization of feedrate in a face milling operation using a surface roughness model"; back cutting: Pimenov 2013).
/// Passes side by side overlap. The grain follows the arcs.
class MilledSpiralSurface final : public SurfaceModel
{
public:
    /// \param image its centre is what offsetShare is measured from.
    MilledSpiralSurface(const MilledSpiralRanges &ranges, cv::Size image, double mmPerPixel, std::uint64_t key);

    Material material() const override { return m_material; }
    void addHeight(const cv::Rect &area, cv::Mat1f &heightUm) const override;
    void addGloss(const cv::Rect &area, cv::Mat1f &gloss) const override;
    void setGrain(const cv::Rect &area, cv::Mat2f &grain) const override;
    nlohmann::ordered_json parameters() const override;

private:
    /// In the frame of the feed, millimetres: along the way of the cutter, beside the first pass.
    struct Position
    {
        double along;
        double beside;
    };
    Position positionOf(int x, int y) const;
    void cutRow(const cv::Rect &area, int y, int pass, double side, std::vector<CuttingMarks::Place> &places,
                float *heightUm) const;

    nlohmann::ordered_json m_parameters;
    Material m_material;
    std::uint64_t m_key;
    CuttingTool m_tool;
    std::vector<CuttingMarks> m_marks; ///< one
    BlendedTile m_fine;
    double m_mmPerPixel;
    double m_cosine = 1.0;
    double m_sine = 0.0;
    double m_radiusMm = 20.0;
    double m_stepMm = 30.0;
    double m_originX = 0.0; ///< of the feed's frame, pixels
    double m_originY = 0.0;
    double m_offsetMm = 0.0;
    double m_passStepUm = 0.0;
    double m_backCutUm = 0.0;
    float m_resolved = 1.0F;
};

} // namespace patina::synthesis
