#pragma once

#include <opencv2/core.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace patina::synthesis {

using Rgb = std::array<float, 3>; ///< linear red, green, blue

/// What lies on one pixel of the surface, from the metal upwards: a film, an opaque layer, scattering matter, a gloss
/// of its own on top. Shares are 0..1. A pixel with nothing on it is not `touched` and is lit as bare metal, bit by
/// bit.
struct Deposit
{
    float film = 0.0F;              ///< share covered by a transparent film that follows the surface
    float filmNm = 0.0F;            ///< thickness of that film: its interference tint
    float roughen = 0.0F;           ///< added to both squared GGX alphas of the metal
    float flood = 0.0F;             ///< share under a clear liquid that fills the texture
    Rgb transmit{1.0F, 1.0F, 1.0F}; ///< what a coloured liquid lets through, down and up again
    float cover = 0.0F;             ///< share under an opaque layer: paper, paint, a fibre
    Rgb coverColour{};              ///< its diffuse reflectance
    float scatter = 0.0F;           ///< share of the light that scattering matter takes from the reflection
    Rgb scatterColour{};            ///< diffuse reflectance of that matter
    float gloss = 0.0F;             ///< reflectance at normal incidence of the smooth top, times its share
    float glossAlpha2 = 0.0F;       ///< squared GGX roughness of the top
    float topSlopeX = 0.0F;         ///< slope of the top: of gloss, opaque layer and liquid
    float topSlopeY = 0.0F;
    float shadow = 0.0F; ///< share of the lamp's light that something above keeps away
    bool touched = false;

    void addFilm(float share, float thicknessNm)
    {
        if (const float both = film + share; both > 0.0F)
            filmNm = (filmNm * film + thicknessNm * share) / both;
        film = 1.0F - (1.0F - film) * (1.0F - share);
    }
    void addScatter(float share, const Rgb &colour)
    {
        const float below = scatter * (1.0F - share);
        mixInto(scatterColour, below, colour, share);
        scatter = below + share;
    }
    /// Hides what lies below.
    void addCover(float share, const Rgb &colour)
    {
        const float below = cover * (1.0F - share);
        mixInto(coverColour, below, colour, share);
        cover = below + share;
        film *= 1.0F - share;
        scatter *= 1.0F - share;
        flood *= 1.0F - share;
        gloss *= 1.0F - share;
        topSlopeX *= 1.0F - share;
        topSlopeY *= 1.0F - share;
    }
    /// A smooth top of its own over a share of the pixel.
    void addGloss(float share, float reflectance, float alpha2, float slopeX, float slopeY)
    {
        const float added = share * reflectance;
        const float below = gloss * (1.0F - share);
        if (below + added > 0.0F)
            glossAlpha2 = (glossAlpha2 * below + alpha2 * added) / (below + added);
        gloss = below + added;
        topSlopeX += (slopeX - topSlopeX) * share;
        topSlopeY += (slopeY - topSlopeY) * share;
    }
    void addShadow(float share) { shadow = 1.0F - (1.0F - shadow) * (1.0F - share); }
    void tint(const Rgb &passed)
    {
        for (std::size_t i = 0; i < 3; ++i)
            transmit[i] *= passed[i];
    }

private:
    static void mixInto(Rgb &colour, float weight, const Rgb &other, float otherWeight)
    {
        const float sum = weight + otherWeight;
        if (sum <= 0.0F)
            return;
        for (std::size_t i = 0; i < 3; ++i)
            colour[i] = (colour[i] * weight + other[i] * otherWeight) / sum;
    }
};

/// What impurities put onto a rectangle of the surface.
class DepositPlanes
{
public:
    explicit DepositPlanes(const cv::Rect &area)
        : m_area(area), m_pixels(static_cast<std::size_t>(area.width) * static_cast<std::size_t>(area.height))
    {
    }
    const cv::Rect &area() const { return m_area; }
    /// Row y of the plane; index 0 is column area().x.
    Deposit *row(int y) { return m_pixels.data() + offset(y); }
    const Deposit *row(int y) const { return m_pixels.data() + offset(y); }
    Deposit &at(int x, int y) { return row(y)[x - m_area.x]; }

private:
    std::size_t offset(int y) const
    {
        return static_cast<std::size_t>(y - m_area.y) * static_cast<std::size_t>(m_area.width);
    }
    cv::Rect m_area;
    std::vector<Deposit> m_pixels;
};

} // namespace patina::synthesis
