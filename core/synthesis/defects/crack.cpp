#include "core/synthesis/defects/crack.h"

#include "core/synthesis/noise/lattice_noise.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace patina::synthesis {

namespace {

constexpr float thinnestPx = 0.1F;   ///< what is narrower is not seen: the tips end here
constexpr double seenDepthPx = 0.12; ///< the edges of an opening lean; its walls themselves are not seen from above
constexpr float lipPx = 1.6F;        ///< width of the rounded edges beside the opening

/// Of a crack that runs that way through the image, most of it.
double longestPx(const Place &place, double headingDeg)
{
    const SineCosine heading = sineCosineDegrees(headingDeg);
    const double across = std::min(place.image.width / std::max(1e-3, std::abs(heading.cosine)),
                                   place.image.height / std::max(1e-3, std::abs(heading.sine)));
    return std::clamp(0.85 * across, 12.0, 0.45 * largestPatchPx);
}

} // namespace

/// What one branch grows by.
struct Crack::Growth
{
    double x;
    double y;
    double headingDeg;
    double lengthPx;
    double openPx;
    double grainPx;
    double kinkDeg;
    int branches;
    float taper; ///< CrackRanges::taper, swell
    float swell;
    std::optional<Knot> from; ///< of the branch that it leaves, at full width; empty: it tapers off at its start, too
};

Crack::Crack(const CrackRanges &ranges, const Place &place, std::uint64_t key)
{
    CounterRandom random(subKey(key, "crack"));
    const double lengthMm = random.logIn(ranges.lengthMm);
    const double openingUm = random.logIn(ranges.openingUm);
    // A camera that saw the surface shows no finer cracks than its lens lets through.
    const double lensPx = place.surface != nullptr ? static_cast<double>(place.surface->material().blurPx) : 0.0;
    m_depthUm = openingUm * random.logIn(ranges.depthToWidth);
    const double grainMm = random.logIn(ranges.grainMm);
    const double headingDeg = place.grainDeg + random.in(ranges.angleDeg);
    const double lengthPx = std::clamp(lengthMm / place.mmPerPixel, 12.0, longestPx(place, headingDeg));
    m_widestPx = std::clamp(std::max(openingUm / 1000.0 / place.mmPerPixel, lensPx), 0.25, 0.1 * lengthPx);
    m_seenUm = std::min(m_depthUm, seenDepthPx * 1000.0 * place.mmPerPixel);
    const int branchCount = random.wholeIn(ranges.branches);
    std::vector<Branch> branches;
    CounterRandom form(subKey(key, "form"));
    const auto taper = static_cast<float>(form.in(ranges.taper));
    const auto swell = static_cast<float>(form.in(ranges.swell));
    m_darkness = static_cast<float>(form.in(ranges.darkness));
    grow({0.0, 0.0, headingDeg, lengthPx, m_widestPx, std::clamp(grainMm / place.mmPerPixel, 2.5, 0.3 * lengthPx),
          random.in(ranges.kinkDeg), branchCount, taper, swell, std::nullopt},
         subKey(key, "path"), branches);
    float left = 1e9F;
    float top = 1e9F;
    float right = -1e9F;
    float bottom = -1e9F;
    for (const Branch &branch : branches)
        for (const Knot &knot : branch) {
            left = std::min(left, knot.x);
            top = std::min(top, knot.y);
            right = std::max(right, knot.x);
            bottom = std::max(bottom, knot.y);
        }
    const double margin = m_widestPx + 4.0;
    open(random, place, 0.5 * static_cast<double>(right - left) + margin,
         0.5 * static_cast<double>(bottom - top) + margin);
    const float shiftX = static_cast<float>(m_centreX - m_box.x) - 0.5F * (left + right);
    const float shiftY = static_cast<float>(m_centreY - m_box.y) - 0.5F * (top + bottom);
    for (Branch &branch : branches)
        for (Knot &knot : branch) {
            knot.x += shiftX;
            knot.y += shiftY;
        }
    cut(branches, place.mmPerPixel);
    m_parameters = {{"class", className()},     {"centrePx", {m_centreX, m_centreY}},
                    {"headingDeg", headingDeg}, {"lengthMm", lengthMm},
                    {"openingUm", openingUm},   {"depthUm", m_depthUm},
                    {"grainMm", grainMm},       {"branches", branches.size() - 1},
                    {"taper", taper},           {"swell", swell},
                    {"darkness", m_darkness}};
}

/// Facet by facet, each the side of a grain: as long as grains differ, kinked to and fro about the crack's direction.
void Crack::grow(const Growth &growth, std::uint64_t key, std::vector<Branch> &branches) const
{
    CounterRandom random(key);
    Branch branch;
    const std::size_t own = branches.size();
    branches.emplace_back();
    if (growth.from)
        branch.push_back(*growth.from);
    const std::uint64_t swell = subKey(key, "swell");
    const std::uint64_t rough = subKey(key, "rough");
    const float fullest = static_cast<float>(random.uniform(0.25, 0.6));
    double x = growth.x;
    double y = growth.y;
    double drift = 0.0;
    double gone = 0.0;
    int left = growth.branches;
    double side = random.sign();
    while (gone < growth.lengthPx) {
        const double facet = std::max(1.5, growth.grainPx * exponential(0.45 * random.gaussian()));
        side = random.chance(0.72) ? -side : side;
        drift = std::clamp(drift + 5.0 * random.gaussian(), -22.0, 22.0);
        const double kink = side * growth.kinkDeg * (0.35 + 0.65 * std::abs(random.gaussian()));
        const double facetDeg = growth.headingDeg + drift + std::clamp(kink, -75.0, 75.0);
        const SineCosine heading = sineCosineDegrees(facetDeg);
        const int steps = std::max(2, static_cast<int>(facet / 1.5));
        const float steadiness = 0.85F + growth.swell * static_cast<float>(random.uniform(-0.3, 0.3));
        for (int i = 0; i < steps; ++i) {
            const double at = facet * i / steps;
            const auto s = static_cast<float>((gone + at) / growth.lengthPx);
            const float opens = growth.from ? 1.0F : smoothStep(0.0F, growth.taper * fullest, s);
            const float taper = opens * (1.0F - smoothStep(1.0F - growth.taper * (1.0F - fullest), 1.0F, s));
            const auto path = static_cast<float>(gone + at);
            const float breathing = std::max(0.12F, 0.8F + 0.75F * growth.swell * fbm1(swell, path / 24.0F, 3));
            const float aside = 0.1F * static_cast<float>(growth.grainPx) * fbm1(rough, path / 4.0F, 3);
            branch.push_back({static_cast<float>(x + at * heading.cosine - static_cast<double>(aside) * heading.sine),
                              static_cast<float>(y + at * heading.sine + static_cast<double>(aside) * heading.cosine),
                              static_cast<float>(growth.openPx) * taper * breathing * steadiness});
        }
        x += facet * heading.cosine;
        y += facet * heading.sine;
        gone += facet;
        const double rest = growth.lengthPx - gone;
        // A branch leaves where the crack surely stands open: what is trimmed off its tip carries none.
        if (left > 0 && branch.back().openPx > 3.0F * thinnestPx && gone > 0.12 * growth.lengthPx &&
            rest > 3.0 * growth.grainPx && branches.size() < 40 &&
            random.chance(1.4 * left * facet / std::max(facet, rest))) {
            --left;
            // Where three grains meet the branch takes the other boundary: about 60 degrees away from this one.
            grow({x, y, facetDeg - side * random.uniform(40.0, 80.0), rest * random.uniform(0.2, 0.6),
                  0.62 * static_cast<double>(branch.back().openPx), growth.grainPx, growth.kinkDeg,
                  random.chance(0.25) ? 1 : 0, growth.taper, growth.swell, branch.back()},
                 subKey(key, branches.size()), branches);
        }
    }
    while (branch.size() > 2 && branch.back().openPx < thinnestPx)
        branch.pop_back();
    std::size_t first = 0;
    while (!growth.from && first + 2 < branch.size() && branch[first].openPx < thinnestPx)
        ++first;
    branches[own].assign(branch.begin() + static_cast<std::ptrdiff_t>(first), branch.end());
}

void Crack::cut(const std::vector<Branch> &branches, double mmPerPixel)
{
    m_mask = cv::Mat1b(m_box.size(), 0);
    for (const Branch &branch : branches)
        for (std::size_t i = 0; i + 1 < branch.size(); ++i)
            cutSegment(branch[i], branch[i + 1]);
    shadeCavities(mmPerPixel);
    m_maskThresholdUm = 0.2F * static_cast<float>(m_seenUm * std::min(1.0, m_widestPx));
}

/// A pixel's share of the opening, from its distance to the segment: a box of the opening's width seen through a box
/// of a pixel's.
void Crack::cutSegment(const Knot &a, const Knot &b)
{
    const float reach = 0.5F * std::max(a.openPx, b.openPx) + lipPx + 1.0F;
    const int left = std::max(0, static_cast<int>(std::floor(std::min(a.x, b.x) - reach)));
    const int top = std::max(0, static_cast<int>(std::floor(std::min(a.y, b.y) - reach)));
    const int right = std::min(m_box.width - 1, static_cast<int>(std::ceil(std::max(a.x, b.x) + reach)));
    const int bottom = std::min(m_box.height - 1, static_cast<int>(std::ceil(std::max(a.y, b.y) + reach)));
    const float ex = b.x - a.x;
    const float ey = b.y - a.y;
    const float length2 = ex * ex + ey * ey + 1e-6F;
    const auto depthUm = static_cast<float>(m_seenUm);
    for (int y = top; y <= bottom; ++y)
        for (int x = left; x <= right; ++x) {
            const float px = static_cast<float>(x) - a.x;
            const float py = static_cast<float>(y) - a.y;
            const float t = std::clamp((px * ex + py * ey) / length2, 0.0F, 1.0F);
            const float dx = px - t * ex;
            const float dy = py - t * ey;
            const float distance = std::sqrt(dx * dx + dy * dy);
            const float open = a.openPx + t * (b.openPx - a.openPx);
            const float cover = std::clamp(0.5F * open + 0.5F - distance, 0.0F, std::min(1.0F, open));
            const float lip = 1.0F - smoothStep(0.0F, lipPx, distance - 0.5F * open);
            float &height = m_planes.heightUm(y, x);
            height = std::min(height, -depthUm * (cover + 0.05F * lip * std::min(1.0F, open)));
            float &cavity = m_planes.cavity(y, x);
            cavity = std::max(cavity, m_darkness * cover);
            if (distance < std::max(0.5F * open, 0.55F) + 0.36F)
                m_mask(y, x) = 255;
        }
}

} // namespace patina::synthesis
