#include "core/synthesis/impurities/dust.h"

#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/lattice_noise.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace patina::synthesis {

namespace {

constexpr float leastShare = 0.025F;
constexpr float lampSpread = 0.18F; ///< deviation of a shadow's blur over the height of what throws it
constexpr float shadowDepth = 0.55F;
constexpr int fibreSteps = 40;
constexpr Rgb colours[] = {{0.78F, 0.77F, 0.74F}, {0.62F, 0.60F, 0.56F}, {0.34F, 0.33F, 0.32F}, {0.05F, 0.05F, 0.05F},
                           {0.10F, 0.15F, 0.30F}, {0.28F, 0.20F, 0.12F}, {0.70F, 0.68F, 0.62F}};

Rgb colourOf(CounterRandom &random)
{
    const auto pick = static_cast<std::size_t>(random.uniform() * static_cast<double>(std::size(colours)));
    Rgb colour = colours[pick];
    const auto shade = static_cast<float>(random.uniform(0.75, 1.15));
    for (float &channel : colour)
        channel = std::min(0.85F, channel * shade);
    return colour;
}

/// Of a box of half width r, blurred: its peak times a bell.
float blurredBox(float away, float r, float blur)
{
    const float deviation2 = blur * blur + r * r / 3.0F;
    const float peak = std::min(1.0F, 2.0F * r / (2.5066F * std::sqrt(deviation2)));
    return peak * fastExp(-0.5F * away * away / deviation2);
}

} // namespace

Dust::Dust(const DustRanges &ranges, const Place &place, std::uint64_t key)
    : m_key(key), m_shadowX(place.shadowX), m_shadowY(place.shadowY)
{
    CounterRandom random(subKey(key, "kind"));
    const double drawn = random.uniform();
    const double fibres = random.in(ranges.fibreShare);
    m_kind = drawn < fibres ? Kind::Fibre : Kind::Speck;
    if (drawn >= fibres && drawn < fibres + random.in(ranges.lintShare))
        m_kind = Kind::Lint;
    m_colour = colourOf(random);
    m_opacity = static_cast<float>(random.uniform(0.55, 0.97));
    const auto x = static_cast<float>(random.uniform() * place.image.width);
    const auto y = static_cast<float>(random.uniform() * place.image.height);
    if (m_kind == Kind::Speck) {
        drawSpeck(ranges, place, subKey(key, "speck"));
    } else {
        const int strands = m_kind == Kind::Fibre ? 1 : 4 + static_cast<int>(random.uniform() * 9.0);
        m_sizeMm = random.logIn(ranges.fibreLengthMm) * (m_kind == Kind::Lint ? 0.5 : 1.0);
        const auto nest = static_cast<float>(0.3 * m_sizeMm / place.mmPerPixel);
        for (int i = 0; i < strands; ++i)
            drawFibre(ranges, place, x + nest * static_cast<float>(i == 0 ? 0.0 : random.gaussian()),
                      y + nest * static_cast<float>(i == 0 ? 0.0 : random.gaussian()),
                      m_sizeMm * random.uniform(0.5, 1.0), random.next());
    }
    setBounds();
}

void Dust::drawFibre(const DustRanges &ranges, const Place &place, float x, float y, double lengthMm, std::uint64_t key)
{
    CounterRandom random(key);
    const double stepMm = lengthMm / fibreSteps;
    const auto stepPx = static_cast<float>(stepMm / place.mmPerPixel);
    const double curl = random.logIn(ranges.curlPerMm) + (m_kind == Kind::Lint ? 5.0 / lengthMm : 0.0);
    const auto radius = static_cast<float>(0.5 * random.in(ranges.fibreWidthMm) / place.mmPerPixel);
    const auto twist = static_cast<float>(random.uniform(0.0, 0.45)); // flat cotton turns about itself
    const auto lift = static_cast<float>(random.in(ranges.liftMm) * random.uniform() / place.mmPerPixel);
    const auto defocus = static_cast<float>(random.in(ranges.defocusPerLift));
    const double hump = random.uniform();
    double heading = random.uniform();
    double curvature = curl * random.gaussian();
    for (int i = 0; i < fibreSteps; ++i) {
        const double memory = exponential(-stepMm / std::min(0.6, 0.3 * lengthMm));
        curvature = memory * curvature + std::sqrt(1.0 - memory * memory) * curl * random.gaussian();
        heading += curvature * stepMm / (2.0 * pi);
        const SineCosine direction = sineCosineTurns(heading);
        const double t = (i + 0.5) / fibreSteps;
        // It touches the surface at one end or the middle and rises from there.
        const auto rise = static_cast<float>(std::abs(t - hump) / std::max(hump, 1.0 - hump));
        Piece piece;
        piece.x = x;
        piece.y = y;
        x += stepPx * static_cast<float>(direction.cosine);
        y += stepPx * static_cast<float>(direction.sine);
        piece.endX = x;
        piece.endY = y;
        piece.radiusPx = radius * (1.0F - twist * (0.5F + 0.5F * fbm1(key, static_cast<float>(t) * 9.0F, 2)));
        piece.liftPx = lift * rise * rise + radius;
        piece.blurPx = 0.3F + defocus * piece.liftPx;
        m_pieces.push_back(piece);
    }
}

void Dust::drawSpeck(const DustRanges &ranges, const Place &place, std::uint64_t key)
{
    CounterRandom random(key);
    m_sizeMm = random.logIn(ranges.speckMm);
    Piece piece;
    piece.x = static_cast<float>(random.uniform() * place.image.width);
    piece.y = static_cast<float>(random.uniform() * place.image.height);
    const SineCosine axis = sineCosineTurns(random.uniform());
    piece.radiusPx = static_cast<float>(std::min(0.5 * m_sizeMm / place.mmPerPixel, 400.0));
    const auto longer = piece.radiusPx * static_cast<float>(random.uniform(0.0, 0.9));
    piece.endX = piece.x + longer * static_cast<float>(axis.cosine);
    piece.endY = piece.y + longer * static_cast<float>(axis.sine);
    piece.liftPx = piece.radiusPx * static_cast<float>(random.uniform(0.5, 1.6));
    piece.blurPx = 0.3F;
    m_pieces.push_back(piece);
}

void Dust::setBounds()
{
    for (const Piece &piece : m_pieces) {
        const float reach = 1.6F * piece.radiusPx + 3.0F * (piece.blurPx + lampSpread * piece.liftPx) + 2.0F;
        const float shiftX = m_shadowX * piece.liftPx;
        const float shiftY = m_shadowY * piece.liftPx;
        const int left = static_cast<int>(std::floor(std::min(piece.x, piece.endX) + std::min(0.0F, shiftX) - reach));
        const int top = static_cast<int>(std::floor(std::min(piece.y, piece.endY) + std::min(0.0F, shiftY) - reach));
        const int right = static_cast<int>(std::ceil(std::max(piece.x, piece.endX) + std::max(0.0F, shiftX) + reach));
        const int bottom = static_cast<int>(std::ceil(std::max(piece.y, piece.endY) + std::max(0.0F, shiftY) + reach));
        m_bounds |= cv::Rect(left, top, right - left + 1, bottom - top + 1);
    }
}

/// Irregular radius of a speck in the direction of (x, y), over its mean.
float Dust::outlineAt(const Piece &piece, float x, float y) const
{
    const float per = 1.3F / (std::sqrt(x * x + y * y) + 0.2F * piece.radiusPx + 0.01F);
    return 1.0F + 0.55F * fbm2(m_key + 3, x * per, y * per, 4);
}

/// Raises `plane` (of `box`) to the share that the piece hides, shifted and blurred.
void Dust::splat(const Piece &piece, float offsetX, float offsetY, float extraBlurPx, const cv::Rect &box,
                 cv::Mat1f &plane) const
{
    const float blur = std::sqrt(piece.blurPx * piece.blurPx + extraBlurPx * extraBlurPx);
    const float reach = 1.6F * piece.radiusPx + 3.0F * blur + 1.0F;
    const float x0 = piece.x + offsetX;
    const float y0 = piece.y + offsetY;
    const float dx = piece.endX - piece.x;
    const float dy = piece.endY - piece.y;
    const float perLength2 = 1.0F / std::max(1e-6F, dx * dx + dy * dy);
    const int top = std::max(box.y, static_cast<int>(std::floor(std::min(y0, y0 + dy) - reach)));
    const int bottom = std::min(box.br().y, static_cast<int>(std::ceil(std::max(y0, y0 + dy) + reach)) + 1);
    const int left = std::max(box.x, static_cast<int>(std::floor(std::min(x0, x0 + dx) - reach)));
    const int right = std::min(box.br().x, static_cast<int>(std::ceil(std::max(x0, x0 + dx) + reach)) + 1);
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x) {
            const float px = static_cast<float>(x) - x0;
            const float py = static_cast<float>(y) - y0;
            const float t = std::clamp((px * dx + py * dy) * perLength2, 0.0F, 1.0F);
            const float ax = px - t * dx;
            const float ay = py - t * dy;
            const float away = std::sqrt(ax * ax + ay * ay);
            float share = 0.0F;
            if (m_kind == Kind::Speck) {
                const float r = piece.radiusPx * outlineAt(piece, px - 0.5F * dx, py - 0.5F * dy);
                const float small = std::min(1.0F, 2.0F * r); // less than a pixel hides less than all of it
                share = small * smoothStep(r + 1.2F * blur + 0.3F, r - 1.2F * blur - 0.3F, away);
            } else {
                share = blurredBox(away, piece.radiusPx, blur);
            }
            float &at = plane(y - box.y, x - box.x);
            at = std::max(at, share);
        }
}

void Dust::addTo(const cv::Rect &area, DepositPlanes &deposit, cv::Mat1b &mask) const
{
    const cv::Rect box = m_bounds & area;
    if (box.empty())
        return;
    cv::Mat1f hidden(box.size(), 0.0F);
    cv::Mat1f shadow(box.size(), 0.0F);
    for (const Piece &piece : m_pieces) {
        splat(piece, 0.0F, 0.0F, 0.0F, box, hidden);
        splat(piece, m_shadowX * piece.liftPx, m_shadowY * piece.liftPx, 0.4F + lampSpread * piece.liftPx, box, shadow);
    }
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x) {
            const float share = m_opacity * hidden(y - box.y, x - box.x);
            const float shade = shadowDepth * m_opacity * shadow(y - box.y, x - box.x);
            if (std::max(share, shade) < leastShare)
                continue;
            const float uneven =
                1.0F + 0.2F * gradientNoise2(m_key + 5, static_cast<float>(x) * 0.43F, static_cast<float>(y) * 0.43F);
            Deposit &pixel = deposit.at(x, y);
            pixel.addShadow(shade * (1.0F - share)); // it does not lie on what throws it
            pixel.addScatter(share, {m_colour[0] * uneven, m_colour[1] * uneven, m_colour[2] * uneven});
            pixel.touched = true;
            mask(y - area.y, x - area.x) = 255;
        }
}

nlohmann::ordered_json Dust::parameters() const
{
    constexpr std::string_view kinds[] = {"fibre", "lint", "speck"};
    return {{"class", className()},
            {"kind", kinds[static_cast<std::size_t>(m_kind)]},
            {"centrePx", {m_pieces.front().x, m_pieces.front().y}},
            {"sizeMm", m_sizeMm},
            {"opacity", m_opacity}};
}

} // namespace patina::synthesis
