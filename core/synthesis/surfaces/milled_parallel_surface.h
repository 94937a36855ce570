#pragma once

#include "core/synthesis/models.h"
#include "core/synthesis/noise/groove_field.h"
#include "core/synthesis/surfaces/cutting_marks.h"
#include "core/synthesis/surfaces/milled_parallel_ranges.h"

#include <vector>

namespace patina::synthesis {

/// Metal milled in straight passes side by side: straight marks across the feed (see CuttingMarks), fine striations of
/// side flow along them (squeezed-out metal: Pekelharing and Gieszen 1971), neighbouring passes with phases, depths and
/// tiny angles of their own, which overlap a little; in the overlap the deeper one stays.
class MilledParallelSurface final : public SurfaceModel
{
public:
    MilledParallelSurface(const MilledParallelRanges &ranges, double mmPerPixel, std::uint64_t key);

    Material material() const override { return m_material; }
    void addHeight(const cv::Rect &area, cv::Mat1f &heightUm) const override;
    void addGloss(const cv::Rect &area, cv::Mat1f &gloss) const override;
    nlohmann::ordered_json parameters() const override;

private:
    void createStriations(double sideFlowUm, double feedPx);
    void cutRow(const cv::Rect &area, int y, std::int64_t pass, std::vector<CuttingMarks::Place> &places,
                float *heightUm) const;

    nlohmann::ordered_json m_parameters;
    Material m_material;
    std::uint64_t m_key;
    CuttingTool m_tool;
    std::vector<CuttingMarks> m_marks; ///< one
    double m_mmPerPixel;
    double m_cosine = 1.0;
    double m_sine = 0.0;
    double m_passMm = 10.0;
    double m_passStartMm = 0.0;
    double m_passStepUm = 0.0;
    float m_resolved = 1.0F; ///< share of the marks' height that a pixel resolves
    std::vector<GrooveScale> m_striations;
    std::vector<GrooveScale> m_bands;
};

} // namespace patina::synthesis
