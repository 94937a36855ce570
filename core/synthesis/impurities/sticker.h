#pragma once

#include "core/synthesis/impurities/sticker_print.h"
#include "core/synthesis/impurities/sticker_ranges.h"
#include "core/synthesis/impurities/surface_grip.h"
#include "core/synthesis/models.h"

#include <cstdint>
#include <vector>

namespace patina::synthesis {

/// A printed label: opaque paper or metallised film with a relief of its own (thickness, wrinkles, the texture below
/// pressed through), a gloss of its own and a soft shadow at its edge. Some have a corner that came off the metal and
/// curls up, some a corner torn away with paper fibres at the tear and adhesive left on the metal.
class Sticker final : public ImpurityModel
{
public:
    Sticker(const StickerRanges &ranges, const Place &place, std::uint64_t key);

    std::string_view className() const override { return "sticker"; }
    cv::Rect bounds() const override { return m_bounds; }
    void addTo(const cv::Rect &area, DepositPlanes &deposit, cv::Mat1b &mask) const override;
    nlohmann::ordered_json parameters() const override;

private:
    struct Wrinkle
    {
        float cosine; ///< direction of its crest
        float sine;
        float offsetMm;
        float heightUm;
        float halfWidthMm;
    };
    struct Point
    {
        float u; ///< millimetres from the centre along the label's lines
        float v;
    };
    void draw(const StickerRanges &ranges, const Place &place, std::uint64_t key);
    void drawWrinkles(const StickerRanges &ranges, std::uint64_t key);
    void setBounds();
    Point pointAt(float x, float y) const;
    float outlineMm(Point p) const;
    float insideMm(Point p) const;
    float tornMm(Point p) const;
    float pastFoldMm(Point p) const;
    float reliefUm(Point p, float below) const;
    float liftMm(Point p) const;
    float shadowAt(Point p) const;
    void layLabel(Point p, float share, float slopeX, float slopeY, Deposit &pixel) const;
    bool layAround(Point p, Deposit &pixel) const;

    std::uint64_t m_key;
    SurfaceGrip m_grip;
    float m_centreX = 0.0F;
    float m_centreY = 0.0F;
    float m_mmPerPixel;
    float m_halfWidthMm = 2.0F;
    float m_halfHeightMm = 1.0F;
    float m_cornerMm = 0.2F;
    float m_thicknessUm = 80.0F;
    double m_rotationDeg = 0.0;
    float m_cosine = 1.0F;
    float m_sine = 0.0F;
    float m_shadowU = 0.0F; ///< in the label's directions, in heights
    float m_shadowV = 0.0F;
    bool m_foil = false;
    bool m_lifted = false;
    bool m_torn = false;
    float m_liftMm = 0.0F;
    float m_foldMm = 1.0F; ///< how much of the corner is off, along the diagonal
    float m_tearMm = 1.0F;
    float m_cornerU = 1.0F; ///< which corner: signs
    float m_cornerV = 1.0F;
    Rgb m_paper{};
    Rgb m_ink{};
    std::vector<Wrinkle> m_wrinkles;
    StickerPrint m_print;
    cv::Rect m_bounds;
};

} // namespace patina::synthesis
