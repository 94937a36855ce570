#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace patina::synthesis {

/// What is printed on a label: lines of text in strokes of its own, or a bar code (Code 39, ISO/IEC 16388) with its
/// number below. Lengths in millimetres, from the label's centre, x along the lines.
class StickerPrint
{
public:
    StickerPrint(float widthMm, float heightMm, bool barcode, std::uint64_t key);

    /// Share of ink, 0..1. \param softMm half the width over which an edge fades.
    float inkAt(float x, float y, float softMm) const;
    const std::string &text() const { return m_text; }
    bool isBarcode() const { return !m_bars.empty(); }

private:
    struct Line
    {
        std::string text;
        float left = 0.0F;
        float top = 0.0F;
        float heightMm = 1.0F; ///< of the letters
    };
    struct Bar
    {
        float left;
        float right;
    };
    void layBars(float widthMm, float heightMm, std::uint64_t key);
    void layLines(float widthMm, float heightMm, std::uint64_t key);
    float letterInk(char letter, float x, float y, float soft) const;

    float m_strokeHalfWidth = 0.1F; ///< in letter heights
    std::string m_text;
    std::vector<Line> m_lines;
    std::vector<Bar> m_bars;
    float m_barTop = 0.0F;
    float m_barBottom = 0.0F;
};

} // namespace patina::synthesis
