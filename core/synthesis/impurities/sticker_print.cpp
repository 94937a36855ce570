#include "core/synthesis/impurities/sticker_print.h"

#include "core/synthesis/noise/counter_random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace patina::synthesis {

namespace {

constexpr float letterWidth = 0.5F; ///< in letter heights
constexpr float letterPitch = 0.78F;

struct Glyph
{
    char letter;
    std::string_view strokes; ///< nodes "xy" of a 3 x 5 lattice, a comma lifts the pen
};
constexpr Glyph glyphs[] = {
    {'0', "10010314232110"},
    {'1', "011014,0424"},
    {'2', "011021220424"},
    {'3', "00201122231403"},
    {'4', "200323,2124"},
    {'5', "20000212231404"},
    {'6', "2010010314231202"},
    {'7', "002014"},
    {'8', "100112231403122110"},
    {'9', "2212011021231404"},
    {'A', "0401102124,0222"},
    {'B', "040010211202,12231404"},
    {'C', "211001031423"},
    {'D', "04001021231404"},
    {'E', "20000424,0212"},
    {'F', "200004,0212"},
    {'H', "0004,2024,0222"},
    {'K', "0004,200224"},
    {'L', "000424"},
    {'M', "0400122024"},
    {'N', "04002420"},
    {'O', "10010314232110"},
    {'P', "040010211202"},
    {'Q', "10010314232110,1324"},
    {'R', "040010211202,1224"},
    {'S', "21100112231403"},
    {'T', "0020,1014"},
    {'U', "0003142320"},
    {'V', "001420"},
    {'X', "0024,2004"},
    {'Y', "001220,1214"},
    {'Z', "00200424"},
    {'-', "0222"},
    {'.', "1414"},
    {'/', "2004"},
};

/// Lines of labels; # is any digit, ? any letter.
constexpr std::string_view templates[] = {"LOT ######", "P/N ####-##", "SN ########", "QC PASS ##", "REV ? ##",
                                          "##.##.####", "OP ## / ##",  "HT ##?###",   "NO. ####",   "BATCH ####"};

/// Bars and gaps of a symbol in turn, the first a bar; 1 = wide.
constexpr std::array<std::string_view, 11> code39{"000110100", "100100001", "001100001", "101100000",
                                                  "000110001", "100110000", "001110000", "000100101",
                                                  "100100100", "001100100", "010010100"};
constexpr float wideModules = 2.5F;

std::string filledIn(std::string_view form, CounterRandom &random)
{
    constexpr std::string_view letters = "ABCDEFHKLMNPRSTUXZ";
    std::string text(form);
    for (char &c : text) {
        if (c == '#')
            c = static_cast<char>('0' + static_cast<int>(random.uniform() * 10.0));
        else if (c == '?')
            c = letters[static_cast<std::size_t>(random.uniform() * static_cast<double>(letters.size()))];
    }
    return text;
}

float distanceToStroke(float x, float y, float ax, float ay, float bx, float by)
{
    const float dx = bx - ax;
    const float dy = by - ay;
    const float t = std::clamp(((x - ax) * dx + (y - ay) * dy) / std::max(1e-6F, dx * dx + dy * dy), 0.0F, 1.0F);
    const float px = x - ax - t * dx;
    const float py = y - ay - t * dy;
    return std::sqrt(px * px + py * py);
}

} // namespace

StickerPrint::StickerPrint(float widthMm, float heightMm, bool barcode, std::uint64_t key)
{
    CounterRandom random(subKey(key, "stroke"));
    m_strokeHalfWidth = static_cast<float>(random.uniform(0.055, 0.095));
    if (barcode)
        layBars(widthMm, heightMm, subKey(key, "bars"));
    else
        layLines(widthMm, heightMm, subKey(key, "lines"));
}

void StickerPrint::layBars(float widthMm, float heightMm, std::uint64_t key)
{
    CounterRandom random(key);
    const int digits = 3 + static_cast<int>(std::min(6.0F, widthMm * 0.35F));
    m_text = filledIn(std::string(static_cast<std::size_t>(digits), '#'), random);
    std::vector<std::size_t> symbols{10};
    for (const char c : m_text)
        symbols.push_back(static_cast<std::size_t>(c - '0'));
    symbols.push_back(10);
    float at = 0.0F;
    for (const std::size_t symbol : symbols) {
        for (std::size_t i = 0; i < 9; ++i) {
            const float width = code39[symbol][i] == '1' ? wideModules : 1.0F;
            if (i % 2 == 0)
                m_bars.push_back({at, at + width});
            at += width;
        }
        at += 1.0F;
    }
    const float module = 0.84F * widthMm / (at - 1.0F);
    for (Bar &bar : m_bars)
        bar = {bar.left * module - 0.42F * widthMm, bar.right * module - 0.42F * widthMm};
    m_barTop = -0.40F * heightMm;
    m_barBottom = 0.16F * heightMm;
    Line line;
    line.text = m_text;
    line.heightMm = std::min(0.17F * heightMm, 0.9F * widthMm / (letterPitch * static_cast<float>(digits)));
    line.left = -0.5F * letterPitch * line.heightMm * static_cast<float>(digits);
    line.top = 0.23F * heightMm;
    m_lines.push_back(line);
}

void StickerPrint::layLines(float widthMm, float heightMm, std::uint64_t key)
{
    CounterRandom random(key);
    const int count = 1 + static_cast<int>(std::min(3.0, random.uniform() * static_cast<double>(heightMm) * 0.9));
    const float pitch = 0.84F * heightMm / static_cast<float>(count);
    for (int i = 0; i < count; ++i) {
        Line line;
        line.text = filledIn(
            templates[static_cast<std::size_t>(random.uniform() * static_cast<double>(std::size(templates)))], random);
        const float widest = 0.88F * widthMm / (letterPitch * static_cast<float>(line.text.size()));
        line.heightMm = std::min(0.62F * pitch, widest);
        line.left = -0.44F * widthMm;
        line.top = -0.42F * heightMm + pitch * static_cast<float>(i) + 0.5F * (pitch - line.heightMm);
        m_text += (i == 0 ? "" : " | ") + line.text;
        m_lines.push_back(line);
    }
}

/// \param x, y in letter heights from the letter's upper left corner.
float StickerPrint::letterInk(char letter, float x, float y, float soft) const
{
    const auto *glyph =
        std::find_if(std::begin(glyphs), std::end(glyphs), [&](const Glyph &g) { return g.letter == letter; });
    if (glyph == std::end(glyphs))
        return 0.0F;
    float nearest = 1e6F;
    float lastX = 0.0F;
    float lastY = 0.0F;
    bool down = false;
    const std::string_view strokes = glyph->strokes;
    for (std::size_t i = 0; i < strokes.size();) {
        if (strokes[i] == ',') {
            down = false;
            ++i;
            continue;
        }
        const float nodeX = static_cast<float>(strokes[i] - '0') * 0.5F * letterWidth;
        const float nodeY = static_cast<float>(strokes[i + 1] - '0') * 0.25F;
        if (down)
            nearest = std::min(nearest, distanceToStroke(x, y, lastX, lastY, nodeX, nodeY));
        lastX = nodeX;
        lastY = nodeY;
        down = true;
        i += 2;
    }
    return smoothStep(m_strokeHalfWidth + soft, m_strokeHalfWidth - soft, nearest);
}

float StickerPrint::inkAt(float x, float y, float softMm) const
{
    float ink = 0.0F;
    if (!m_bars.empty() && y > m_barTop - softMm && y < m_barBottom + softMm) {
        const float ends = smoothStep(-softMm, softMm, std::min(y - m_barTop, m_barBottom - y));
        for (const Bar &bar : m_bars)
            if (x > bar.left - softMm && x < bar.right + softMm)
                ink = std::max(ink, ends * smoothStep(-softMm, softMm, std::min(x - bar.left, bar.right - x)));
    }
    for (const Line &line : m_lines) {
        const float perHeight = 1.0F / line.heightMm;
        const float ly = (y - line.top) * perHeight;
        const float lx = (x - line.left) * perHeight;
        if (ly < -0.3F || ly > 1.3F || lx < -0.3F)
            continue;
        const float column = std::floor((lx + 0.14F) / letterPitch);
        if (column < 0.0F || column >= static_cast<float>(line.text.size()))
            continue;
        ink = std::max(ink, letterInk(line.text[static_cast<std::size_t>(column)], lx - column * letterPitch, ly,
                                      softMm * perHeight));
    }
    return ink;
}

} // namespace patina::synthesis
