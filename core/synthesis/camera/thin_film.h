#pragma once

#include "core/synthesis/models.h"

#include <vector>

namespace patina::synthesis {

/// The interference tint of a transparent film on steel: reflectance with the film over reflectance without, at normal
/// incidence, in a camera's red, green and blue. Airy's sum of the beams between the two faces (Born and Wolf,
/// "Principles of Optics", 7.6; for rendering: Belcour and Barla 2017).
class ThinFilmTint
{
public:
    ThinFilmTint();

    /// \param thicknessNm 0 and over; beyond 3000 nm, where a camera's broad channels see no colour any more, the
    /// tint stays that of 3000 nm.
    const Rgb &ratio(float thicknessNm) const
    {
        const auto i = static_cast<std::size_t>(thicknessNm * (1.0F / stepNm));
        return m_ratio[i < m_ratio.size() ? i : m_ratio.size() - 1];
    }

private:
    static constexpr float stepNm = 2.0F;
    std::vector<Rgb> m_ratio;
};

} // namespace patina::synthesis
