#include "core/synthesis/camera/sensor.h"

#include "core/synthesis/camera/srgb.h"
#include "core/synthesis/synthesis_spec.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr int curveSteps = 1 << 14;
constexpr float leastMissing = 1e-5F; ///< share of a photo's noise: less comes of rounding where nothing was changed

/// One row, blurred down its columns; `light` starts `reach` rows above.
void blurDown(const cv::Mat3f &light, int row, std::span<const float> kernel, std::vector<float> &out)
{
    const int reach = static_cast<int>(kernel.size()) - 1;
    const std::size_t count = out.size();
    const auto *centre = reinterpret_cast<const float *>(light[row + reach]);
    for (std::size_t i = 0; i < count; ++i)
        out[i] = kernel[0] * centre[i];
    for (int k = 1; k <= reach; ++k) {
        const auto *above = reinterpret_cast<const float *>(light[row + reach - k]);
        const auto *below = reinterpret_cast<const float *>(light[row + reach + k]);
        const float weight = kernel[static_cast<std::size_t>(k)];
        for (std::size_t i = 0; i < count; ++i)
            out[i] += weight * (above[i] + below[i]);
    }
}

/// The same along the row; three values per pixel.
void blurAlong(const std::vector<float> &in, std::span<const float> kernel, std::vector<float> &out)
{
    const std::size_t reach = kernel.size() - 1;
    const float *centre = in.data() + 3 * reach;
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = kernel[0] * centre[i];
    for (std::size_t k = 1; k <= reach; ++k)
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] += kernel[k] * (in[i + 3 * (reach - k)] + in[i + 3 * (reach + k)]);
}

} // namespace

Sensor::Sensor(const CameraRanges &ranges, const Material &material, int bitDepth, std::uint64_t key)
    : m_noisePerLight(material.noisePerLight), m_sharedNoise(std::sqrt(1.0F - material.noiseInColour)),
      m_ownNoise(std::sqrt(material.noiseInColour)), m_bitDepth(bitDepth), m_noiseKey(subKey(key, "noise"))
{
    CounterRandom random(subKey(key, "parameters"));
    m_blurPx = random.in(ranges.blurPx);
    if (material.blurPx > 0.0F)
        m_blurPx = static_cast<double>(material.blurPx);
    m_exposure = random.in(ranges.exposure);
    m_vignetting = random.in(ranges.vignetting);
    m_fullWell = random.in(ranges.fullWellElectrons);
    m_readNoise = random.in(ranges.readNoiseElectrons);
    createKernel();
    createCurve();
}

void Sensor::createKernel()
{
    const int reach = m_blurPx > 0.05 ? static_cast<int>(std::ceil(3.0 * m_blurPx)) : 0;
    double sum = 0.0;
    std::vector<double> weights;
    for (int i = 0; i <= reach; ++i) {
        weights.push_back(i == 0 ? 1.0 : exponential(-0.5 * i * i / (m_blurPx * m_blurPx)));
        sum += weights.back() * (i == 0 ? 1.0 : 2.0);
    }
    for (const double weight : weights)
        m_kernel.push_back(static_cast<float>(weight / sum));
}

void Sensor::createCurve()
{
    for (int i = 0; i <= curveSteps; ++i) {
        const double code = whiteOf(m_bitDepth) * srgbEncoded(static_cast<double>(i) / curveSteps);
        if (m_bitDepth > 8)
            m_fineCurve.push_back(static_cast<float>(code));
        else
            m_curve.push_back(static_cast<std::uint8_t>(std::floor(code + 0.5)));
    }
}

template <>
std::uint8_t Sensor::encode(float linear) const
{
    const float step = std::clamp(linear, 0.0F, 1.0F) * static_cast<float>(curveSteps) + 0.5F;
    return m_curve[static_cast<std::size_t>(static_cast<int>(step))];
}

/// Between two steps the curve is straight to a tenth of a code of 16 bits.
template <>
std::uint16_t Sensor::encode(float linear) const
{
    const float at = std::clamp(linear, 0.0F, 1.0F) * static_cast<float>(curveSteps);
    const auto step = std::min(static_cast<std::size_t>(at), static_cast<std::size_t>(curveSteps - 1));
    const float code =
        m_fineCurve[step] + (m_fineCurve[step + 1] - m_fineCurve[step]) * (at - static_cast<float>(step));
    return static_cast<std::uint16_t>(code + 0.5F);
}

template <typename Code>
void Sensor::exposeRow(const float *light, cv::Point from, int columns, cv::Vec<Code, 3> *out) const
{
    const auto perElectron = static_cast<float>(1.0 / m_fullWell);
    const auto read2 = static_cast<float>(m_readNoise * m_readNoise / (m_fullWell * m_fullWell));
    for (int x = 0; x < columns; ++x) {
        const std::uint64_t place = latticeKey(m_noiseKey, from.x + x, from.y);
        for (int channel = 0; channel < 3; ++channel) {
            const float value = light[3 * x + channel];
            // One hash has the bits of one value; the other two come from mixing it on.
            const std::uint64_t bits = channel == 0 ? place : mix64(place + static_cast<std::uint64_t>(channel));
            const float noisy = value + std::sqrt(value * perElectron + read2) * pixelGaussian(bits);
            out[x][channel] = encode<Code>(noisy);
        }
    }
}

template <typename Code>
void Sensor::exposeAs(const cv::Mat3f &light, const cv::Rect &area, cv::Mat &image) const
{
    image.create(area.size(), cv::traits::Type<cv::Vec<Code, 3>>::value);
    std::vector<float> down(static_cast<std::size_t>(light.cols) * 3);
    std::vector<float> row(static_cast<std::size_t>(area.width) * 3);
    for (int y = 0; y < area.height; ++y) {
        blurDown(light, y, m_kernel, down);
        blurAlong(down, m_kernel, row);
        exposeRow(row.data(), {area.x, area.y + y}, area.width, image.ptr<cv::Vec<Code, 3>>(y));
    }
}

void Sensor::expose(const cv::Mat3f &light, const cv::Rect &area, cv::Mat &image) const
{
    return m_bitDepth > 8 ? exposeAs<std::uint16_t>(light, area, image) : exposeAs<std::uint8_t>(light, area, image);
}

/// Photon noise grows with the root of the light, but what is made darker takes its noise along in proportion, and
/// what replaced the surface has none: the rest is added.
float Sensor::missingNoise(float before, float change, float removed) const
{
    const float kept = 1.0F - removed;
    const float missing = 1.0F - change * kept * kept;
    if (missing < leastMissing)
        return 0.0F;
    return std::sqrt(std::max(0.0F, m_noisePerLight * before * change * missing));
}

template <typename Code>
void Sensor::exposeSeenAs(const cv::Mat3f &change, const cv::Mat3f &seen, const cv::Mat1f &removed,
                          const cv::Rect &area, cv::Mat &image) const
{
    image.create(area.size(), cv::traits::Type<cv::Vec<Code, 3>>::value);
    std::vector<float> down(static_cast<std::size_t>(change.cols) * 3);
    std::vector<float> row(static_cast<std::size_t>(area.width) * 3);
    for (int y = 0; y < area.height; ++y) {
        blurDown(change, y, m_kernel, down);
        blurAlong(down, m_kernel, row);
        const cv::Vec3f *before = seen[y];
        auto *out = image.ptr<cv::Vec<Code, 3>>(y);
        for (int x = 0; x < area.width; ++x) {
            const float gone = removed.empty() ? 0.0F : removed(y, x);
            const std::uint64_t place = latticeKey(m_noiseKey, area.x + x, area.y + y);
            for (int channel = 0; channel < 3; ++channel) {
                const float times = row[static_cast<std::size_t>(3 * x + channel)];
                float light = before[x][channel] * times;
                if (const float deviation = missingNoise(before[x][channel], times, gone); deviation > 0.0F) {
                    const std::uint64_t own = mix64(place + 1 + static_cast<std::uint64_t>(channel));
                    light += deviation * (m_sharedNoise * pixelGaussian(place) + m_ownNoise * pixelGaussian(own));
                }
                out[x][channel] = encode<Code>(light);
            }
        }
    }
}

void Sensor::exposeSeen(const cv::Mat3f &change, const cv::Mat3f &seen, const cv::Mat1f &removed, const cv::Rect &area,
                        cv::Mat &image) const
{
    return m_bitDepth > 8 ? exposeSeenAs<std::uint16_t>(change, seen, removed, area, image)
                          : exposeSeenAs<std::uint8_t>(change, seen, removed, area, image);
}

cv::Mat3b Sensor::untouched(const cv::Mat3f &seen) const
{
    cv::Mat3b image(seen.size());
    for (int y = 0; y < seen.rows; ++y)
        for (int x = 0; x < seen.cols; ++x)
            for (int channel = 0; channel < 3; ++channel)
                image(y, x)[channel] = encode<std::uint8_t>(seen(y, x)[channel]);
    return image;
}

nlohmann::ordered_json Sensor::parameters() const
{
    return {{"blurPx", m_blurPx},
            {"exposure", m_exposure},
            {"vignetting", m_vignetting},
            {"fullWellElectrons", m_fullWell},
            {"readNoiseElectrons", m_readNoise}};
}

} // namespace patina::synthesis
