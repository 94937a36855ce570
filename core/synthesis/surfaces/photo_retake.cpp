#include "core/synthesis/surfaces/photo_retake.h"

#include "core/synthesis/camera/srgb.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr int encodedSteps = 255 * 16;

/// sRGB-encoded on [0, 255] to linear, in even steps.
const std::vector<float> &linearTable()
{
    static const std::vector<float> table = [] {
        std::vector<float> made;
        for (int i = 0; i <= encodedSteps; ++i)
            made.push_back(static_cast<float>(srgbLinear(static_cast<double>(i) / encodedSteps)));
        return made;
    }();
    return table;
}

float linearOf(float encoded8Bit)
{
    const float at = std::clamp(encoded8Bit, 0.0F, 255.0F) * 16.0F;
    const auto step = std::min(static_cast<std::size_t>(at), static_cast<std::size_t>(encodedSteps - 1));
    const std::vector<float> &table = linearTable();
    return table[step] + (table[step + 1] - table[step]) * (at - static_cast<float>(step));
}

/// Catmull and Rom (1974): weights of the four neighbours of a place `t` of the way from the second to the third.
std::array<float, 4> cubicWeights(float t)
{
    const float t2 = t * t;
    const float t3 = t2 * t;
    return {-0.5F * t + t2 - 0.5F * t3, 1.0F - 2.5F * t2 + 1.5F * t3, 0.5F * t + 2.0F * t2 - 1.5F * t3,
            -0.5F * t2 + 0.5F * t3};
}

template <typename Code>
cv::Vec3f pixelAt(const cv::Mat &photo, int x, int y)
{
    const auto *row = photo.ptr<Code>(cv::borderInterpolate(y, photo.rows, cv::BORDER_REFLECT_101));
    const int column = cv::borderInterpolate(x, photo.cols, cv::BORDER_REFLECT_101);
    if (photo.channels() == 1)
        return cv::Vec3f::all(static_cast<float>(row[column]));
    return {static_cast<float>(row[3 * column]), static_cast<float>(row[3 * column + 1]),
            static_cast<float>(row[3 * column + 2])};
}

template <typename Code>
cv::Vec3f photoAt(const cv::Mat &photo, double x, double y)
{
    const double left = std::floor(x);
    const double top = std::floor(y);
    const auto across = cubicWeights(static_cast<float>(x - left));
    const auto down = cubicWeights(static_cast<float>(y - top));
    cv::Vec3f sum(0.0F, 0.0F, 0.0F);
    for (int j = 0; j < 4; ++j) {
        cv::Vec3f row(0.0F, 0.0F, 0.0F);
        for (int i = 0; i < 4; ++i)
            row += across[static_cast<std::size_t>(i)] *
                   pixelAt<Code>(photo, static_cast<int>(left) - 1 + i, static_cast<int>(top) - 1 + j);
        sum += down[static_cast<std::size_t>(j)] * row;
    }
    return sum;
}

} // namespace

PhotoRetake::PhotoRetake(const RetakeRanges &ranges, cv::Size image, std::uint64_t key)
    : m_image(image), m_noiseKey(subKey(key, "noise")), m_identity(ranges == RetakeRanges{})
{
    CounterRandom random(subKey(key, "parameters"));
    m_exposureStops = random.in(ranges.exposureStops);
    m_lightSlope = random.in(ranges.lightSlope);
    m_lightDeg = random.uniform(0.0, 360.0);
    const double shift = random.in(ranges.shiftPx);
    const SineCosine way = sineCosineTurns(random.uniform());
    m_shiftPx = {shift * way.cosine, shift * way.sine};
    m_turnDeg = random.in(ranges.turnDeg);
    m_magnification = random.in(ranges.magnification);
    m_defocusPx = random.in(ranges.defocusPx);
    m_noise8Bit = random.in(ranges.noise8Bit);
    m_mirrored = random.chance(random.in(ranges.mirrorShare));
    m_gain = static_cast<float>(power(2.0, m_exposureStops));
    m_light = sineCosineDegrees(m_lightDeg);
    m_turn = sineCosineDegrees(m_turnDeg);
    createKernel();
}

void PhotoRetake::createKernel()
{
    const int reach = m_defocusPx > 0.05 ? static_cast<int>(std::ceil(3.0 * m_defocusPx)) : 0;
    double sum = 0.0;
    std::vector<double> weights;
    for (int i = 0; i <= reach; ++i) {
        weights.push_back(i == 0 ? 1.0 : exponential(-0.5 * i * i / (m_defocusPx * m_defocusPx)));
        sum += weights.back() * (i == 0 ? 1.0 : 2.0);
    }
    for (const double weight : weights)
        m_kernel.push_back(static_cast<float>(weight / sum));
}

/// In codes of the photo.
template <typename Code>
void PhotoRetake::sample(const cv::Mat &photo, cv::Point corner, const cv::Rect &area, cv::Mat3f &encoded) const
{
    encoded.create(area.size());
    const double middleX = 0.5 * (m_image.width - 1);
    const double middleY = 0.5 * (m_image.height - 1);
    for (int y = 0; y < area.height; ++y) {
        const double dy = (area.y + y - middleY) / m_magnification;
        for (int x = 0; x < area.width; ++x) {
            const double dx = (area.x + x - middleX) / m_magnification * (m_mirrored ? -1.0 : 1.0);
            encoded(y, x) =
                photoAt<Code>(photo, corner.x + middleX + m_shiftPx.x + dx * m_turn.cosine - dy * m_turn.sine,
                              corner.y + middleY + m_shiftPx.y + dx * m_turn.sine + dy * m_turn.cosine);
        }
    }
}

cv::Point2d PhotoRetake::pixelOf(cv::Point2d inPhoto, cv::Point corner) const
{
    const cv::Point2d middle(0.5 * (m_image.width - 1), 0.5 * (m_image.height - 1));
    const cv::Point2d from = inPhoto - cv::Point2d(corner) - middle - m_shiftPx;
    const double dx = from.x * m_turn.cosine + from.y * m_turn.sine;
    const double dy = from.y * m_turn.cosine - from.x * m_turn.sine;
    return middle + m_magnification * cv::Point2d(m_mirrored ? -dx : dx, dy);
}

/// \param sharp larger than `size` by the kernel's reach on each side.
void PhotoRetake::blur(const cv::Mat3f &sharp, cv::Size size, cv::Mat3f &out) const
{
    const int reach = static_cast<int>(m_kernel.size()) - 1;
    cv::Mat3f down(size.height, sharp.cols);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < sharp.cols; ++x) {
            cv::Vec3f sum = m_kernel[0] * sharp(y + reach, x);
            for (int k = 1; k <= reach; ++k)
                sum += m_kernel[static_cast<std::size_t>(k)] * (sharp(y + reach - k, x) + sharp(y + reach + k, x));
            down(y, x) = sum;
        }
    out.create(size);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            cv::Vec3f sum = m_kernel[0] * down(y, x + reach);
            for (int k = 1; k <= reach; ++k)
                sum += m_kernel[static_cast<std::size_t>(k)] * (down(y, x + reach - k) + down(y, x + reach + k));
            out(y, x) = sum;
        }
}

float PhotoRetake::lightAt(int x, int y) const
{
    const double u = (x - 0.5 * (m_image.width - 1)) / (0.5 * m_image.width);
    const double v = (y - 0.5 * (m_image.height - 1)) / (0.5 * m_image.height);
    return m_gain * static_cast<float>(std::max(0.05, 1.0 + m_lightSlope * (u * m_light.cosine + v * m_light.sine)));
}

void PhotoRetake::show(const cv::Mat &photo, int white, cv::Point corner, const cv::Rect &area, cv::Mat3f &seen) const
{
    const int reach = static_cast<int>(m_kernel.size()) - 1;
    const cv::Rect grown(area.x - reach, area.y - reach, area.width + 2 * reach, area.height + 2 * reach);
    cv::Mat3f sharp;
    if (photo.depth() == CV_16U) {
        sample<std::uint16_t>(photo, corner, grown, sharp);
        sharp *= 255.0 / white;
    } else {
        sample<std::uint8_t>(photo, corner, grown, sharp);
    }
    cv::Mat3f encoded = sharp;
    if (reach > 0)
        blur(sharp, area.size(), encoded);
    const bool grey = photo.channels() == 1;
    const auto deviation = static_cast<float>(m_noise8Bit);
    seen.create(area.size());
    for (int y = 0; y < area.height; ++y)
        for (int x = 0; x < area.width; ++x) {
            const float light = lightAt(area.x + x, area.y + y);
            const std::uint64_t place = latticeKey(m_noiseKey, area.x + x, area.y + y);
            for (int channel = 0; channel < 3; ++channel) {
                const std::uint64_t bits =
                    grey || channel == 0 ? place : mix64(place + static_cast<std::uint64_t>(channel));
                const float noisy = encoded(y, x)[channel] + deviation * pixelGaussian(bits);
                seen(y, x)[channel] = light * linearOf(noisy);
            }
        }
}

nlohmann::ordered_json PhotoRetake::parameters() const
{
    return {{"exposureStops", m_exposureStops},
            {"lightSlope", m_lightSlope},
            {"lightDeg", m_lightDeg},
            {"shiftPx", {m_shiftPx.x, m_shiftPx.y}},
            {"turnDeg", m_turnDeg},
            {"magnification", m_magnification},
            {"defocusPx", m_defocusPx},
            {"noise8Bit", m_noise8Bit},
            {"mirrored", m_mirrored}};
}

} // namespace patina::synthesis
