#pragma once

#include "core/synthesis/impurities/dust_ranges.h"
#include "core/synthesis/models.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace patina::synthesis {

/// One particle of dust: a fibre, whose curvature wanders along it (an Ornstein-Uhlenbeck process: worm-like chain of
/// Kratky and Porod 1949, with memory), a tangle of fibres, or a speck. Where it stands off the surface it is out of
/// focus and its shadow lies apart from it.
class Dust final : public ImpurityModel
{
public:
    Dust(const DustRanges &ranges, const Place &place, std::uint64_t key);

    std::string_view className() const override { return "dust"; }
    cv::Rect bounds() const override { return m_bounds; }
    void addTo(const cv::Rect &area, DepositPlanes &deposit, cv::Mat1b &mask) const override;
    nlohmann::ordered_json parameters() const override;

private:
    enum class Kind { Fibre, Lint, Speck };
    /// A piece of a fibre, or a whole speck.
    struct Piece
    {
        float x = 0.0F; ///< start and end
        float y = 0.0F;
        float endX = 0.0F;
        float endY = 0.0F;
        float radiusPx = 0.5F;
        float blurPx = 0.0F; ///< deviation
        float liftPx = 0.0F; ///< above the surface
    };
    void drawFibre(const DustRanges &ranges, const Place &place, float x, float y, double lengthMm, std::uint64_t key);
    void drawSpeck(const DustRanges &ranges, const Place &place, std::uint64_t key);
    void setBounds();
    void splat(const Piece &piece, float offsetX, float offsetY, float extraBlurPx, const cv::Rect &box,
               cv::Mat1f &plane) const;
    float outlineAt(const Piece &piece, float x, float y) const;

    std::uint64_t m_key;
    Kind m_kind = Kind::Speck;
    float m_shadowX;
    float m_shadowY;
    float m_opacity = 0.8F;
    Rgb m_colour{};
    double m_sizeMm = 0.1;
    std::vector<Piece> m_pieces;
    cv::Rect m_bounds;
};

} // namespace patina::synthesis
