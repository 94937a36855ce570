#include "core/synthesis/impurities/sticker.h"

#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/lattice_noise.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace patina::synthesis {

namespace {

constexpr float diagonal = 0.70710678F;
constexpr float steepest = 0.55F; ///< slope of an edge as a pixel sees it
constexpr float leastShade = 0.02F;
constexpr float contactMm = 0.05F; ///< how far the edge darkens the metal beside it
constexpr Rgb papers[] = {
    {0.84F, 0.84F, 0.82F}, {0.80F, 0.80F, 0.77F}, {0.86F, 0.74F, 0.16F}, {0.62F, 0.75F, 0.80F}, {0.78F, 0.75F, 0.66F}};
constexpr Rgb inks[] = {
    {0.030F, 0.030F, 0.032F}, {0.045F, 0.042F, 0.040F}, {0.04F, 0.05F, 0.16F}, {0.35F, 0.04F, 0.04F}};
constexpr Rgb core{0.86F, 0.855F, 0.83F}; ///< paper without its coat
constexpr Rgb adhesive{0.50F, 0.48F, 0.42F};

template <std::size_t count>
const Rgb &oneOf(const Rgb (&colours)[count], double drawn)
{
    return colours[static_cast<std::size_t>(drawn * static_cast<double>(count))];
}

cv::Point2f centreOf(const Place &place, std::uint64_t key)
{
    CounterRandom random(subKey(key, "centre"));
    const double x = random.uniform(0.12, 0.88) * place.image.width;
    const double y = random.uniform(0.12, 0.88) * place.image.height;
    return {static_cast<float>(x), static_cast<float>(y)};
}

struct Format
{
    float widthMm;
    float heightMm;
};
Format formatOf(const StickerRanges &ranges, std::uint64_t key)
{
    CounterRandom random(subKey(key, "format"));
    const double width = random.in(ranges.widthMm);
    return {static_cast<float>(width), static_cast<float>(width * random.in(ranges.heightOverWidth))};
}

StickerPrint printOf(const StickerRanges &ranges, std::uint64_t key)
{
    CounterRandom random(subKey(key, "print"));
    const Format format = formatOf(ranges, key);
    const bool barcode = random.chance(random.in(ranges.barcodeShare));
    return {format.widthMm, format.heightMm, barcode, subKey(key, "text")};
}

} // namespace

Sticker::Sticker(const StickerRanges &ranges, const Place &place, std::uint64_t key)
    : m_key(key), m_grip(place, centreOf(place, key).x, centreOf(place, key).y), m_centreX(centreOf(place, key).x),
      m_centreY(centreOf(place, key).y), m_mmPerPixel(static_cast<float>(place.mmPerPixel)),
      m_print(printOf(ranges, key))
{
    draw(ranges, place, key);
    drawWrinkles(ranges, subKey(key, "wrinkles"));
    setBounds();
}

void Sticker::draw(const StickerRanges &ranges, const Place &place, std::uint64_t key)
{
    const Format format = formatOf(ranges, key);
    m_halfWidthMm = 0.5F * format.widthMm;
    m_halfHeightMm = 0.5F * format.heightMm;
    CounterRandom random(subKey(key, "look"));
    m_cornerMm = std::min(static_cast<float>(random.in(ranges.cornerMm)), 0.8F * m_halfHeightMm);
    m_thicknessUm = static_cast<float>(random.in(ranges.thicknessUm));
    m_rotationDeg = random.in(ranges.rotationDeg) + (random.chance(0.15) ? 180.0 : 0.0);
    const SineCosine rotation = sineCosineDegrees(m_rotationDeg);
    m_cosine = static_cast<float>(rotation.cosine);
    m_sine = static_cast<float>(rotation.sine);
    m_shadowU = place.shadowX * m_cosine + place.shadowY * m_sine;
    m_shadowV = place.shadowY * m_cosine - place.shadowX * m_sine;
    m_foil = random.chance(random.in(ranges.foilShare));
    m_lifted = random.chance(random.in(ranges.liftedShare));
    m_torn = random.chance(random.in(ranges.tornShare)) && !m_lifted;
    m_liftMm = static_cast<float>(random.in(ranges.liftMm));
    m_foldMm = m_halfHeightMm * static_cast<float>(random.uniform(0.35, 1.0));
    m_tearMm = m_halfHeightMm * static_cast<float>(random.uniform(0.3, 1.3));
    m_cornerU = static_cast<float>(random.sign());
    m_cornerV = static_cast<float>(random.sign());
    m_paper = m_foil ? Rgb{0.10F, 0.10F, 0.10F} : oneOf(papers, random.uniform() * random.uniform());
    m_ink = oneOf(inks, random.uniform() * random.uniform());
}

void Sticker::drawWrinkles(const StickerRanges &ranges, std::uint64_t key)
{
    CounterRandom random(key);
    const int count = random.wholeIn(ranges.wrinkles);
    for (int i = 0; i < count; ++i) {
        const SineCosine crest = sineCosineTurns(random.uniform());
        m_wrinkles.push_back({static_cast<float>(crest.cosine), static_cast<float>(crest.sine),
                              m_halfHeightMm * static_cast<float>(random.uniform(-0.9, 0.9)),
                              static_cast<float>(random.logIn({3.0, 30.0})),
                              static_cast<float>(random.logIn({0.05, 0.3}))});
    }
}

void Sticker::setBounds()
{
    const float thick = 0.001F * m_thicknessUm + (m_lifted ? m_liftMm : 0.0F);
    const float around = 0.25F + 1.3F * thick * std::max(std::abs(m_shadowU), std::abs(m_shadowV));
    const float u = m_halfWidthMm + around;
    const float v = m_halfHeightMm + around;
    const float x = (std::abs(m_cosine) * u + std::abs(m_sine) * v) / m_mmPerPixel + 2.0F;
    const float y = (std::abs(m_sine) * u + std::abs(m_cosine) * v) / m_mmPerPixel + 2.0F;
    m_bounds = {static_cast<int>(std::floor(m_centreX - x)), static_cast<int>(std::floor(m_centreY - y)),
                static_cast<int>(std::ceil(2.0F * x)) + 2, static_cast<int>(std::ceil(2.0F * y)) + 2};
}

Sticker::Point Sticker::pointAt(float x, float y) const
{
    const float dx = (x - m_centreX) * m_mmPerPixel;
    const float dy = (y - m_centreY) * m_mmPerPixel;
    return {dx * m_cosine + dy * m_sine, dy * m_cosine - dx * m_sine};
}

/// Distance into the uncut label: a rectangle with rounded corners.
float Sticker::outlineMm(Point p) const
{
    const float u = std::abs(p.u) - (m_halfWidthMm - m_cornerMm);
    const float v = std::abs(p.v) - (m_halfHeightMm - m_cornerMm);
    const float au = std::max(u, 0.0F);
    const float av = std::max(v, 0.0F);
    return m_cornerMm - std::sqrt(au * au + av * av) - std::min(0.0F, std::max(u, v));
}

/// Distance into what is left of a torn label, measured from the tear.
float Sticker::tornMm(Point p) const
{
    const float toCorner = diagonal * ((m_halfWidthMm - m_cornerU * p.u) + (m_halfHeightMm - m_cornerV * p.v));
    return toCorner - m_tearMm + 0.5F * m_tearMm * fbm2(m_key + 31, p.u / 1.1F, p.v / 1.1F, 3) +
           0.10F * fbm2(m_key + 32, p.u / 0.12F, p.v / 0.12F, 3);
}

float Sticker::insideMm(Point p) const
{
    const float outline = outlineMm(p);
    return m_torn ? std::min(outline, tornMm(p)) : outline;
}

/// How far a place lies beyond the line at which the corner leaves the metal.
float Sticker::pastFoldMm(Point p) const
{
    const float toCorner = diagonal * ((m_halfWidthMm - m_cornerU * p.u) + (m_halfHeightMm - m_cornerV * p.v));
    return std::max(0.0F, m_foldMm - toCorner);
}

float Sticker::liftMm(Point p) const
{
    if (!m_lifted)
        return 0.0F;
    const float t = pastFoldMm(p) / m_foldMm;
    return m_liftMm * t * t;
}

/// Of the label's top, without its lift. \param below relief of the metal: a thin label shows it.
float Sticker::reliefUm(Point p, float below) const
{
    const float inside = insideMm(p);
    float height = m_thicknessUm * smoothStep(-1.5F * m_mmPerPixel, 2.0F * m_mmPerPixel, inside);
    height += (m_foil ? 0.8F : 1.1F) * fbm2(m_key + 21, p.u / 0.16F, p.v / 0.16F, 3); // fibres, orange peel
    height += 2.2F * fbm2(m_key + 22, p.u / 1.6F, p.v / 1.6F, 3) + 0.06F * below;
    for (const Wrinkle &wrinkle : m_wrinkles) {
        const float along = p.u * wrinkle.cosine + p.v * wrinkle.sine;
        const float across =
            p.v * wrinkle.cosine - p.u * wrinkle.sine - wrinkle.offsetMm + 0.25F * fbm1(m_key + 23, along / 1.5F, 3);
        const float fade = smoothStep(-0.3F, 0.3F, fbm1(m_key + 24, along / 2.5F + wrinkle.offsetMm * 7.0F, 2));
        const float t = across / wrinkle.halfWidthMm;
        if (std::abs(t) < 4.0F)
            height += wrinkle.heightUm * fade * fastExp(-std::abs(t) * (0.4F + 0.6F * std::abs(t)));
    }
    return height;
}

/// Shadow of the label on the metal: what stands between a place and the lamp, and the dark seam beside an edge.
float Sticker::shadowAt(Point p) const
{
    const float outside = -insideMm(p);
    float shade = 0.45F * fastExp(-std::max(0.0F, outside) / contactMm);
    constexpr int steps = 8;
    const float highest = 0.001F * m_thicknessUm + (m_lifted ? m_liftMm : 0.0F);
    for (int i = 1; i <= steps; ++i) {
        const float height = highest * static_cast<float>(i) / steps;
        const Point from{p.u - m_shadowU * height, p.v - m_shadowV * height};
        const float soft = 0.6F * m_mmPerPixel + 0.22F * height;
        const float there = smoothStep(-soft, soft, insideMm(from));
        const float top = 0.001F * m_thicknessUm + liftMm(from);
        shade = std::max(shade, 0.62F * there * smoothStep(0.7F * height, 1.05F * height, top));
    }
    return shade;
}

void Sticker::layLabel(Point p, float share, float slopeX, float slopeY, Deposit &pixel) const
{
    const float soft = std::max(0.012F, 0.7F * m_mmPerPixel);
    // A print head's worn dots and its uneven pressure.
    const float dots = smoothStep(-0.72F, -0.45F, fbm2(m_key + 41, p.u / 0.07F, p.v / 0.07F, 2));
    const float bands = 1.0F - 0.35F * smoothStep(0.35F, 0.6F, fbm1(m_key + 42, p.v / 0.11F, 2));
    const float wear = 1.0F - 0.75F * smoothStep(0.2F, 0.6F, fbm2(m_key + 43, p.u / 1.3F, p.v / 1.3F, 4));
    const float ink = m_print.inkAt(p.u, p.v, soft) * dots * bands * wear;
    const float cloud = 1.0F + 0.03F * fbm2(m_key + 44, p.u / 0.3F, p.v / 0.3F, 3);
    const bool bare = m_torn && tornMm(p) < 0.16F + 0.12F * fbm2(m_key + 45, p.u / 0.25F, p.v / 0.25F, 3);
    Rgb colour{};
    for (std::size_t i = 0; i < 3; ++i) {
        const float ground = bare ? core[i] : m_paper[i];
        colour[i] = cloud * (ground + (m_ink[i] - ground) * (bare ? 0.0F : ink));
    }
    pixel.addCover(share, colour);
    const float metallised = m_foil && !bare ? 0.72F * (1.0F - ink) : 0.0F;
    // Across its cut edge the label bends within a pixel: the glint is spread over all of the edge.
    const float bent = 0.12F * (1.0F - smoothStep(1.0F * m_mmPerPixel, 3.0F * m_mmPerPixel, insideMm(p)));
    pixel.addGloss(share, 0.036F + metallised, (m_foil ? 0.012F : 0.07F) + bent, slopeX, slopeY);
    pixel.touched = true;
}

/// Shadow and adhesive on the metal beside the label. \returns whether anything is there.
bool Sticker::layAround(Point p, Deposit &pixel) const
{
    const float shade = shadowAt(p);
    float residue = 0.0F;
    if (m_torn && outlineMm(p) > 0.0F && tornMm(p) < 0.0F)
        residue = 0.22F * smoothStep(-0.1F, 0.35F, fbm2(m_key + 51, p.u / 0.5F, p.v / 0.5F, 4)) *
                  smoothStep(0.0F, 0.1F, outlineMm(p));
    if (shade < leastShade && residue < leastShade)
        return false;
    pixel.addShadow(shade);
    pixel.addScatter(residue, adhesive);
    pixel.roughen += 0.12F * residue;
    pixel.touched = true;
    return true;
}

void Sticker::addTo(const cv::Rect &area, DepositPlanes &deposit, cv::Mat1b &mask) const
{
    const cv::Rect box = m_bounds & area;
    if (box.empty())
        return;
    const cv::Rect wide(box.x - 1, box.y - 1, box.width + 2, box.height + 2);
    const cv::Mat1f below = m_grip.relief(wide);
    cv::Mat1f heightUm(wide.size());
    for (int y = 0; y < wide.height; ++y)
        for (int x = 0; x < wide.width; ++x) {
            const Point p = pointAt(static_cast<float>(wide.x + x), static_cast<float>(wide.y + y));
            heightUm(y, x) = reliefUm(p, below(y, x)) + 1000.0F * liftMm(p);
        }
    const float perUm = 0.0005F / m_mmPerPixel;
    for (int y = 0; y < box.height; ++y)
        for (int x = 0; x < box.width; ++x) {
            const Point p = pointAt(static_cast<float>(box.x + x), static_cast<float>(box.y + y));
            const float share = std::clamp(insideMm(p) / m_mmPerPixel + 0.5F, 0.0F, 1.0F);
            Deposit &pixel = deposit.at(box.x + x, box.y + y);
            bool laid = false;
            if (share < 1.0F)
                laid = layAround(p, pixel);
            if (share > 0.0F) {
                pixel.shadow *= 1.0F - share;
                const float slopeX = perUm * (heightUm(y + 1, x + 2) - heightUm(y + 1, x));
                const float slopeY = perUm * (heightUm(y + 2, x + 1) - heightUm(y, x + 1));
                layLabel(p, share, std::clamp(slopeX, -steepest, steepest), std::clamp(slopeY, -steepest, steepest),
                         pixel);
                laid = true;
            }
            if (laid)
                mask(box.y + y - area.y, box.x + x - area.x) = 255;
        }
}

nlohmann::ordered_json Sticker::parameters() const
{
    return {{"class", className()},
            {"centrePx", {m_centreX, m_centreY}},
            {"widthMm", 2.0F * m_halfWidthMm},
            {"heightMm", 2.0F * m_halfHeightMm},
            {"rotationDeg", m_rotationDeg},
            {"thicknessUm", m_thicknessUm},
            {"material", m_foil ? "foil" : "paper"},
            {"print", m_print.isBarcode() ? "barcode" : "text"},
            {"text", m_print.text()},
            {"lifted", m_lifted},
            {"torn", m_torn}};
}

} // namespace patina::synthesis
