#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

struct OilFilmRanges
{
    Range imageShare{0.6, 0.6}; ///< share of the images that carry oil
    Range perImage{1.0, 3.0};
    Range radiusMm{0.5, 4.0};       ///< every order of magnitude alike
    Range drops{1.0, 5.0};          ///< that ran together
    Range thicknessUm{0.15, 150.0}; ///< where it is thickest; every order of magnitude alike
    Range stretch{1.0, 2.2};        ///< along the grain over across it
    Range haloMm{0.02, 0.5};        ///< width of the thin film that crept ahead of the thick one
    Range haloNm{80.0, 600.0};      ///< thickness of that film
    Range absorption{0.1, 1.0};     ///< 0: clear; 1: used, dark brown
    Range smearShare{0.35, 0.35};   ///< share that was wiped along
    bool operator==(const OilFilmRanges &) const = default;
};

template <>
struct RangeTable<OilFilmRanges>
{
    static constexpr std::string_view section = "oilFilm";
    static constexpr std::array fields{
        RangeOf<OilFilmRanges>{"imageShare", &OilFilmRanges::imageShare, 0.0, 1.0},
        RangeOf<OilFilmRanges>{"perImage", &OilFilmRanges::perImage, 1.0, 50.0},
        RangeOf<OilFilmRanges>{"radiusMm", &OilFilmRanges::radiusMm, 0.01, 200.0},
        RangeOf<OilFilmRanges>{"drops", &OilFilmRanges::drops, 1.0, 12.0},
        RangeOf<OilFilmRanges>{"thicknessUm", &OilFilmRanges::thicknessUm, 0.05, 500.0},
        RangeOf<OilFilmRanges>{"stretch", &OilFilmRanges::stretch, 1.0, 6.0},
        RangeOf<OilFilmRanges>{"haloMm", &OilFilmRanges::haloMm, 0.0, 20.0},
        RangeOf<OilFilmRanges>{"haloNm", &OilFilmRanges::haloNm, 0.0, 1000.0},
        RangeOf<OilFilmRanges>{"absorption", &OilFilmRanges::absorption, 0.0, 4.0},
        RangeOf<OilFilmRanges>{"smearShare", &OilFilmRanges::smearShare, 0.0, 1.0},
    };
};

} // namespace patina
