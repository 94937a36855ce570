#include "core/synthesis/surfaces/exemplar_surface.h"

#include "core/synthesis/camera/srgb.h"
#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/fourier.h"
#include "core/synthesis/synthesis_spec.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr int tileSide = 512;
constexpr int encodedSteps = 255 * 16;
constexpr int fineSteps = 65535;      ///< for images of more than 8 bits
constexpr float transferReach = 4.0F; ///< deviations to each side
constexpr int transferSteps = 1024;

/// The distribution function of the normal distribution (Abramowitz and Stegun 1964, 26.2.17; error under 1e-7).
double normalShare(double x)
{
    const double t = 1.0 / (1.0 + 0.2316419 * std::abs(x));
    const double tail = 0.3989422804014327 * exponential(-0.5 * x * x) * t *
                        (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return x >= 0.0 ? 1.0 - tail : tail;
}

/// The value of the image's colour that is as rare as a deviation of the normal distribution, in even steps of it.
std::vector<float> transferOf(const std::vector<float> &quantiles)
{
    std::vector<float> transfer;
    for (int i = 0; i <= transferSteps; ++i) {
        const double x = static_cast<double>(transferReach) * (2.0 * i / transferSteps - 1.0);
        const double at = normalShare(x) * ExemplarFit::quantileSteps;
        const auto step = std::min(static_cast<std::size_t>(at), quantiles.size() - 2);
        const auto t = static_cast<float>(at - static_cast<double>(step));
        transfer.push_back(quantiles[step] + (quantiles[step + 1] - quantiles[step]) * t);
    }
    return transfer;
}

float transferred(const std::vector<float> &transfer, float value)
{
    const float at = std::clamp((value / transferReach + 1.0F) * (0.5F * transferSteps), 0.0F, transferSteps - 0.01F);
    const auto step = static_cast<std::size_t>(at);
    return transfer[step] + (transfer[step + 1] - transfer[step]) * (at - static_cast<float>(step));
}

/// The spot in the corner of an empty tile, its spectrum times noise that is the same for every colour.
cv::Mat1f spotNoise(const cv::Mat1f &spot, std::uint64_t key)
{
    constexpr auto side = static_cast<std::size_t>(tileSide);
    std::vector<Complex> field(side * side);
    for (int y = 0; y < spot.rows; ++y)
        for (int x = 0; x < spot.cols; ++x)
            field[static_cast<std::size_t>(y) * side + static_cast<std::size_t>(x)].re =
                static_cast<double>(spot(y, x));
    fourier(field, tileSide, tileSide, Transform::Forward);
    for (std::size_t i = 0; i < field.size(); ++i) {
        const std::uint64_t place = latticeKey(key, static_cast<std::int64_t>(i), 0);
        const auto a = static_cast<double>(pixelGaussian(place));
        const auto b = static_cast<double>(pixelGaussian(mix64(place)));
        field[i] = {field[i].re * a - field[i].im * b, field[i].re * b + field[i].im * a};
    }
    field[0] = {};
    fourier(field, tileSide, tileSide, Transform::Inverse);
    double squares = 0.0;
    for (const Complex &value : field)
        squares += value.re * value.re;
    const double scale = squares > 0.0 ? std::sqrt(static_cast<double>(field.size()) / squares) : 0.0;
    cv::Mat1f tile(tileSide, tileSide);
    std::ranges::transform(field, tile.begin(),
                           [=](const Complex &value) { return static_cast<float>(value.re * scale); });
    return tile;
}

/// \param random the draws of a surface's parameters: this is the first.
std::size_t drawnImage(const ExemplarDraw &exemplar, CounterRandom &random)
{
    const double drawn = random.uniform() * static_cast<double>(exemplar.images->paths.size());
    return exemplar.index.value_or(static_cast<std::size_t>(drawn));
}

} // namespace

cv::Size ExemplarSurface::photoSize(const ExemplarDraw &exemplar, std::uint64_t key)
{
    CounterRandom random(subKey(key, "parameters"));
    return exemplar.images->photos.sizeOf(drawnImage(exemplar, random));
}

ExemplarSurface::ExemplarSurface(const ExemplarDraw &exemplar, const RetakeRanges &retake, cv::Size image,
                                 std::uint64_t key)
    : m_images(exemplar.images), m_image(image), m_key(key), m_retake(retake, image, subKey(key, "retake"))
{
    CounterRandom random(subKey(key, "parameters"));
    m_index = drawnImage(exemplar, random);
    const bool photo = m_images->base == ExemplarBase::Photo;
    m_material.texture = TextureKind::Lit;
    m_material.grey = m_images->grey;
    if (photo)
        m_photo = &m_images->photos.at(m_index);
    guessMaterial(photo ? m_photo->grain : m_images->grain[m_index], photo ? m_photo->look : m_images->looks[m_index]);
    const int bitDepth = m_images->bitDepth;
    const int steps = photo ? whiteOf(bitDepth) : bitDepth > 8 ? fineSteps : encodedSteps;
    for (int i = 0; i <= steps; ++i)
        m_linear.push_back(static_cast<float>(srgbLinear(static_cast<double>(i) / steps)));
    m_parameters = {{"model", "exemplar"}, {"base", nameOf(m_images->base)}, {"like", m_images->paths[m_index]}};
    if (photo) {
        const cv::Mat &pixels = m_photo->pixels;
        m_corner.x = static_cast<int>(random.uniform() * (pixels.cols - image.width + 1));
        m_corner.y = static_cast<int>(random.uniform() * (pixels.rows - image.height + 1));
        m_parameters["cornerPx"] = {m_corner.x, m_corner.y};
        if (!m_retake.isIdentity()) {
            takeOverRetake();
            m_parameters["retake"] = m_retake.parameters();
        } else if (m_photo->storage) {
            m_storage = m_photo->storage;
            m_storage->origin = -m_corner;
        }
    } else {
        m_gain = static_cast<float>(1.0 + random.uniform(-0.02, 0.02));
        createTiles(m_images->fits[m_index]);
        m_parameters.update({{"gain", m_gain}, {"noise8Bit", m_images->fits[m_index].noise}});
    }
    m_parameters.update({{"directionDeg", m_material.grainDeg},
                         {"alphaAlong", m_material.alphaAlong},
                         {"alphaAcross", m_material.alphaAcross},
                         {"blurPx", m_material.blurPx},
                         {"noisePerLight", m_material.noisePerLight},
                         {"noiseInColour", m_material.noiseInColour},
                         {"tarnish", m_material.tarnish}});
}

/// Parallel marks mean a smoother finish along them; without any, one roughness serves.
/// A scratch that is found stands out of the texture that it crosses: fresh metal is brighter than a surface that has
/// darkened and shows its marks, by some of their deviations.
void ExemplarSurface::guessMaterial(const ExemplarGrain &grain, const PhotoLook &look)
{
    m_material.blurPx = static_cast<float>(look.blurPx);
    m_material.noisePerLight = static_cast<float>(look.noisePerLight);
    m_material.noiseInColour = static_cast<float>(look.noiseInColour);
    m_material.tarnish = static_cast<float>(std::clamp(5.0 * look.texture, 0.35, 1.4));
    const auto coherence = static_cast<float>(std::clamp(1.4 * grain.coherence - 0.15, 0.0, 1.0));
    m_material.alphaAlong = 0.19F - 0.07F * coherence;
    m_material.alphaAcross = 0.19F + 0.07F * coherence;
    m_material.albedo.fill(0.02F);
    m_material.grainDeg = grain.directionDeg;
    setGrainDirection();
}

void ExemplarSurface::setGrainDirection()
{
    const SineCosine direction = sineCosineDegrees(m_material.grainDeg);
    m_material.grainCosine = static_cast<float>(direction.cosine);
    m_material.grainSine = static_cast<float>(direction.sine);
}

/// The marks lie as the part does, and what is put in is as sharp as what is there.
void ExemplarSurface::takeOverRetake()
{
    m_material.grainDeg = (m_retake.mirrored() ? -1.0 : 1.0) * (m_material.grainDeg - m_retake.turnDeg());
    m_material.blurPx =
        static_cast<float>(std::hypot(m_retake.magnification() * m_material.blurPx, m_retake.defocusPx()));
    setGrainDirection();
}

void ExemplarSurface::createTiles(const ExemplarFit &fit)
{
    for (int k = 0; k < fit.channels; ++k) {
        const auto at = static_cast<std::size_t>(k);
        m_tiles.emplace_back(spotNoise(fit.spot[at], subKey(m_key, "phases")));
        m_transfer.push_back(transferOf(fit.quantiles[at]));
    }
}

cv::Point2d ExemplarSurface::pixelOf(double x, double y, cv::Size image) const
{
    if (m_photo == nullptr)
        return SurfaceModel::pixelOf(x, y, image);
    const cv::Point2d inPhoto(x * m_photo->pixels.cols, y * m_photo->pixels.rows);
    return m_retake.pixelOf(inPhoto, m_corner);
}

void ExemplarSurface::setTexture(const cv::Rect &area, cv::Mat3f &texture) const
{
    texture.create(area.size());
    if (m_images->base == ExemplarBase::Texture)
        showTexture(area, texture);
    else if (!m_retake.isIdentity())
        m_retake.show(m_photo->pixels, whiteOf(m_images->bitDepth), m_corner, area, texture);
    else if (m_photo->pixels.depth() == CV_16U)
        showPhoto<std::uint16_t>(area, texture);
    else
        showPhoto<std::uint8_t>(area, texture);
}

/// \param area inside the image.
template <typename Code>
void ExemplarSurface::showPhoto(const cv::Rect &area, cv::Mat3f &texture) const
{
    const cv::Mat &pixels = m_photo->pixels;
    const int channels = pixels.channels();
    for (int y = 0; y < area.height; ++y) {
        const auto *in = pixels.ptr<Code>(area.y + m_corner.y + y) + (area.x + m_corner.x) * channels;
        cv::Vec3f *out = texture[y];
        for (int x = 0; x < area.width; ++x)
            for (int channel = 0; channel < 3; ++channel)
                out[x][channel] = m_linear[in[x * channels + (channels == 3 ? channel : 0)]];
    }
}

void ExemplarSurface::showTexture(const cv::Rect &area, cv::Mat3f &texture) const
{
    const ExemplarFit &fit = m_images->fits[m_index];
    const auto steps = static_cast<float>(m_linear.size() - 1);
    std::vector<cv::Mat1f> fields;
    for (const BlendedTile &tile : m_tiles) {
        fields.emplace_back(area.size(), 0.0F);
        tile.addTo(area, subKey(m_key, "places"), 1.0F, fields.back());
    }
    for (int y = 0; y < area.height; ++y) {
        const double v = 2.0 * (area.y + y) / m_image.height - 1.0;
        for (int x = 0; x < area.width; ++x) {
            const double u = 2.0 * (area.x + x) / m_image.width - 1.0;
            float colours[3] = {};
            for (std::size_t k = 0; k < fields.size(); ++k)
                colours[k] = transferred(m_transfer[k], fields[k](y, x));
            for (int channel = 0; channel < 3; ++channel) {
                const int c = fit.channels == 3 ? channel : 0;
                const auto &f = fit.falloff[static_cast<std::size_t>(c)];
                const double light = f[0] + f[1] * u + f[2] * v + f[3] * u * u + f[4] * u * v + f[5] * v * v;
                const float relief =
                    fit.axes(c, 0) * colours[0] + fit.axes(c, 1) * colours[1] + fit.axes(c, 2) * colours[2];
                const float encoded = m_gain * std::max(0.02F, static_cast<float>(light)) * (1.0F + relief);
                const float step = std::clamp(encoded, 0.0F, 1.0F) * steps + 0.5F;
                texture(y, x)[channel] = m_linear[static_cast<std::size_t>(step)];
            }
        }
    }
}

} // namespace patina::synthesis
