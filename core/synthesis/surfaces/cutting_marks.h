#pragma once

#include <opencv2/core.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace patina::synthesis {

/// A tool with several teeth that all cut at nearly the same depth.
struct CuttingTool
{
    double feedMm = 0.1; ///< from the mark of one tooth to that of the next
    double noseRadiusMm = 1.0;
    int teeth = 3;
    double runOutUm = 0.3;
    double jitterShare = 0.05; ///< of the feed
    double chatterUm = 0.1;
    double chatterMm = 1.0;
    double wearUm = 0.3;
    double edgeUm = 0.05; ///< roughness of the edges, copied into every mark
    std::uint64_t key = 0;
};

/// What a tool leaves: the lower envelope of its teeth's circular profiles, cusps feed^2 / (8 radius) high between them
/// (Whitehouse 2011, "Handbook of Surface and Nanometrology", ch. 6). Teeth run out by fixed amounts, so that the
/// pattern repeats with the revolution; the nicks of an edge come back with its tooth; the vibration of one cut meets
/// that of the next a little out of phase, which makes beats across the marks (regenerative chatter: Tobias and
/// Fishwick 1958); wear lets the depth drift.
class CuttingMarks
{
public:
    explicit CuttingMarks(const CuttingTool &tool);

    /// Where a pixel lies among the marks.
    struct Place
    {
        float mark = 0.0F;    ///< in feeds; whole numbers are the middles of marks
        float alongMm = 0.0F; ///< on the mark
        float squeeze = 1.0F; ///< distance of marks here over the feed
        float liftUm = 0.0F;  ///< how much higher the tool runs here
    };
    /// heightUm becomes the lower one of itself and the cut.
    /// \param pass the tool comes back with another phase and other irregularities.
    void cut(std::span<const Place> places, std::uint64_t pass, float *heightUm) const;

    /// Deviation of the slope across the marks: what is left where a pixel does not resolve them.
    double slopeDeviation() const;

private:
    struct Mark
    {
        float shift = 0.0F;
        float heightUm = 0.0F;
        float phase = 0.0F;
        std::uint64_t key = 0;
        int tooth = 0;
    };
    Mark markOf(std::uint64_t pass, int index) const;
    float heightOf(const Mark &mark, float offset, const Place &place) const;

    CuttingTool m_tool;
    float m_curvature = 0.0F; ///< micrometres per squared feed
    std::vector<float> m_runOut;
    std::vector<float> m_edges; ///< teeth x steps
    double m_chatterTurn = 0.0; ///< turns from one mark to the next
};

} // namespace patina::synthesis
