#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

struct StickerRanges
{
    Range imageShare{0.4, 0.4}; ///< share of the images with a label
    Range perImage{1.0, 1.0};
    Range widthMm{3.0, 11.0};
    Range heightOverWidth{0.35, 0.8};
    Range cornerMm{0.0, 0.7}; ///< radius of the corners
    Range thicknessUm{50.0, 140.0};
    Range rotationDeg{-9.0, 9.0};   ///< from upright, or from upside down
    Range foilShare{0.25, 0.25};    ///< metallised film instead of paper
    Range barcodeShare{0.45, 0.45}; ///< a bar code instead of lines of text
    Range wrinkles{0.0, 4.0};
    Range liftedShare{0.3, 0.3}; ///< share with a corner that came off
    Range liftMm{0.10, 0.7};     ///< height of that corner
    Range tornShare{0.2, 0.2};   ///< share with a corner torn away
    bool operator==(const StickerRanges &) const = default;
};

template <>
struct RangeTable<StickerRanges>
{
    static constexpr std::string_view section = "sticker";
    static constexpr std::array fields{
        RangeOf<StickerRanges>{"imageShare", &StickerRanges::imageShare, 0.0, 1.0},
        RangeOf<StickerRanges>{"perImage", &StickerRanges::perImage, 1.0, 20.0},
        RangeOf<StickerRanges>{"widthMm", &StickerRanges::widthMm, 0.5, 200.0},
        RangeOf<StickerRanges>{"heightOverWidth", &StickerRanges::heightOverWidth, 0.1, 4.0},
        RangeOf<StickerRanges>{"cornerMm", &StickerRanges::cornerMm, 0.0, 20.0},
        RangeOf<StickerRanges>{"thicknessUm", &StickerRanges::thicknessUm, 5.0, 1000.0},
        RangeOf<StickerRanges>{"rotationDeg", &StickerRanges::rotationDeg, -360.0, 360.0},
        RangeOf<StickerRanges>{"foilShare", &StickerRanges::foilShare, 0.0, 1.0},
        RangeOf<StickerRanges>{"barcodeShare", &StickerRanges::barcodeShare, 0.0, 1.0},
        RangeOf<StickerRanges>{"wrinkles", &StickerRanges::wrinkles, 0.0, 20.0},
        RangeOf<StickerRanges>{"liftedShare", &StickerRanges::liftedShare, 0.0, 1.0},
        RangeOf<StickerRanges>{"liftMm", &StickerRanges::liftMm, 0.0, 10.0},
        RangeOf<StickerRanges>{"tornShare", &StickerRanges::tornShare, 0.0, 1.0},
    };
};

} // namespace patina
