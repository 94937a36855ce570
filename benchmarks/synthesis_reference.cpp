#include "benchmarks/synthesis_reference.h"

#include "core/synthesis/noise/counter_random.h"

#include <cmath>

namespace patina::synthesis {

namespace {

/// What the scene's camera drew, from the manifest's entry.
double drawn(const nlohmann::ordered_json &parameters, const char *name)
{
    return parameters.at(name).get<double>();
}

struct Surroundings
{
    double ambient = 0.0;
    double gain = 1.0;
    double facingX = 0.0;
    double facingY = 0.0;
};

class PlainRenderer
{
public:
    explicit PlainRenderer(const Scene &scene)
        : m_scene(scene), m_material(scene.surface->material()), m_camera(scene.sensor->parameters()),
          m_blurPx(drawn(m_camera, "blurPx")), m_reach(scene.sensor->blurReachPx())
    {
        const double halfDiagonal2 = 0.25 * (static_cast<double>(scene.size.width) * scene.size.width +
                                             static_cast<double>(scene.size.height) * scene.size.height);
        m_vignetting = (1.0 / std::sqrt(1.0 - drawn(m_camera, "vignetting")) - 1.0) / halfDiagonal2;
        balance();
    }

    cv::Mat3b render()
    {
        const cv::Rect lit(-m_reach, -m_reach, m_scene.size.width + 2 * m_reach, m_scene.size.height + 2 * m_reach);
        const cv::Mat3d light = shade(lit);
        cv::Mat3b image(m_scene.size);
        for (int y = 0; y < image.rows; ++y)
            for (int x = 0; x < image.cols; ++x)
                image(y, x) = develop(blurred(light, x, y), x, y);
        return image;
    }

private:
    double vignette(double x, double y) const
    {
        const double dx = x - 0.5 * m_scene.size.width;
        const double dy = y - 0.5 * m_scene.size.height;
        const double f = 1.0 + m_vignetting * (dx * dx + dy * dy);
        return 1.0 / (f * f);
    }

    /// GGX with squared roughness u along and v across the grain (c, s), of all lamp samples.
    double specular(double x, double y, double slopeX, double slopeY, cv::Vec2d grain, double u, double v) const
    {
        const double a =
            u * grain[0] * grain[0] + v * grain[1] * grain[1] + static_cast<double>(m_scene.light->widenX());
        const double b = (u - v) * grain[0] * grain[1];
        const double d =
            u * grain[1] * grain[1] + v * grain[0] * grain[0] + static_cast<double>(m_scene.light->widenY());
        const double determinant = a * d - b * b;
        double sum = 0.0;
        for (int i = 0; i < m_scene.light->samples(); ++i) {
            const LightArrival arrival = m_scene.light->arrival(i, static_cast<float>(x), static_cast<float>(y));
            const double p = static_cast<double>(arrival.halfSlopeX) - slopeX;
            const double q = static_cast<double>(arrival.halfSlopeY) - slopeY;
            const double e = 1.0 + (d * p * p - 2.0 * b * p * q + a * q * q) / determinant;
            sum += static_cast<double>(arrival.weight) / (std::sqrt(determinant) * e * e);
        }
        return sum;
    }

    double diffuse(double x, double y, double slopeX, double slopeY) const
    {
        double sum = 0.0;
        for (int i = 0; i < m_scene.light->samples(); ++i) {
            const LightArrival a = m_scene.light->arrival(i, static_cast<float>(x), static_cast<float>(y));
            sum += static_cast<double>(a.diffuse) *
                   (1.0 - static_cast<double>(a.leanX) * slopeX - static_cast<double>(a.leanY) * slopeY);
        }
        return std::max(0.0, sum);
    }

    void balance()
    {
        constexpr int grid = 16;
        const double u = std::pow(static_cast<double>(m_material.alphaAlong), 2.0);
        const double v = std::pow(static_cast<double>(m_material.alphaAcross), 2.0);
        const cv::Vec2d grain(static_cast<double>(m_material.grainCosine), static_cast<double>(m_material.grainSine));
        const LightArrival mean = m_scene.light->middleArrival();
        const double scattered = static_cast<double>(mean.diffuse * m_material.albedo[1]) * m_scene.light->samples();
        double specularSum = 0.0;
        double seen = 0.0;
        double falloff = 0.0;
        for (int row = 0; row < grid; ++row)
            for (int column = 0; column < grid; ++column) {
                const double x = (column + 0.5) / grid * m_scene.size.width;
                const double y = (row + 0.5) / grid * m_scene.size.height;
                const double flat = specular(x, y, 0.0, 0.0, grain, u, v);
                specularSum += flat;
                seen += vignette(x, y) * (flat * static_cast<double>(m_material.reflectance[1]) + scattered);
                falloff += vignette(x, y);
            }
        const double share = static_cast<double>(m_scene.light->ambient());
        m_around.ambient = specularSum / (grid * grid) * share / (1.0 - share);
        seen += m_around.ambient * static_cast<double>(m_material.reflectance[1] + m_material.albedo[1]) * falloff;
        m_around.gain = drawn(m_camera, "exposure") * grid * grid / seen;
        const auto leanX = static_cast<double>(mean.halfSlopeX);
        const auto leanY = static_cast<double>(mean.halfSlopeY);
        const double size = std::sqrt(leanX * leanX + leanY * leanY) + 1e-6;
        m_around.facingX = 2.0 * (1.0 - share) * leanX / size;
        m_around.facingY = 2.0 * (1.0 - share) * leanY / size;
    }

    cv::Mat3d shade(const cv::Rect &lit) const
    {
        const cv::Rect wide(lit.x - 1, lit.y - 1, lit.width + 2, lit.height + 2);
        cv::Mat1f height(wide.size(), 0.0F);
        cv::Mat1f gloss(lit.size(), 0.0F);
        cv::Mat2f grains;
        cv::Mat3f tone;
        m_scene.surface->addHeight(wide, height);
        m_scene.surface->addGloss(lit, gloss);
        m_scene.surface->setGrain(lit, grains);
        m_scene.surface->setTexture(lit, tone);
        const double perUm = 0.5 / (1000.0 * m_scene.mmPerPixel);
        cv::Mat3d light(lit.size());
        for (int y = 0; y < lit.height; ++y)
            for (int x = 0; x < lit.width; ++x) {
                const double slopeX = perUm * static_cast<double>(height(y + 1, x + 2) - height(y + 1, x));
                const double slopeY = perUm * static_cast<double>(height(y + 2, x + 1) - height(y, x + 1));
                const cv::Vec2f grain =
                    grains.empty() ? cv::Vec2f(m_material.grainCosine, m_material.grainSine) : grains(y, x);
                light(y, x) = lightAt(lit.x + x, lit.y + y, slopeX, slopeY, grain, static_cast<double>(gloss(y, x)));
                if (!tone.empty())
                    light(y, x) = light(y, x).mul(cv::Vec3d(tone(y, x)));
            }
        return light;
    }

    cv::Vec3d lightAt(int x, int y, double slopeX, double slopeY, cv::Vec2f grain, double gloss) const
    {
        const double change = std::max(0.4, 1.0 + gloss);
        const double u = std::pow(static_cast<double>(m_material.alphaAlong), 2.0);
        const double v = std::pow(static_cast<double>(m_material.alphaAcross) * change, 2.0);
        const double mirrored = specular(x, y, slopeX, slopeY, cv::Vec2d(grain), u, v);
        const double scattered = diffuse(x, y, slopeX, slopeY);
        const double facing = std::max(0.15, 1.0 + m_around.facingX * slopeX + m_around.facingY * slopeY);
        cv::Vec3d out;
        for (std::size_t c = 0; c < 3; ++c) {
            const auto lamp = static_cast<double>(m_scene.light->lampColour()[c]);
            const auto around = static_cast<double>(m_scene.light->ambientColour()[c]) * m_around.ambient;
            out[2 - static_cast<int>(c)] =
                m_around.gain * vignette(x, y) *
                (static_cast<double>(m_material.reflectance[c]) * (mirrored * lamp + facing * around) +
                 static_cast<double>(m_material.albedo[c]) * (scattered * lamp + around));
        }
        return out;
    }

    /// \param x, y of the image; the light starts m_reach before it.
    cv::Vec3d blurred(const cv::Mat3d &light, int x, int y) const
    {
        cv::Vec3d sum(0.0, 0.0, 0.0);
        double weights = 0.0;
        for (int j = -m_reach; j <= m_reach; ++j)
            for (int i = -m_reach; i <= m_reach; ++i) {
                const double weight = m_reach == 0 ? 1.0 : std::exp(-0.5 * (i * i + j * j) / (m_blurPx * m_blurPx));
                sum += weight * light(y + m_reach + j, x + m_reach + i);
                weights += weight;
            }
        return sum / weights;
    }

    /// The noise is drawn by the sensor's own hash, so that the two images can be compared.
    cv::Vec3b develop(const cv::Vec3d &light, int x, int y) const
    {
        const double fullWell = drawn(m_camera, "fullWellElectrons");
        const double read = drawn(m_camera, "readNoiseElectrons") / fullWell;
        const std::uint64_t key = subKey(subKey(m_scene.seed, "camera"), "noise");
        const std::uint64_t place = latticeKey(key, x, y);
        cv::Vec3b out;
        for (int channel = 0; channel < 3; ++channel) {
            const std::uint64_t bits = channel == 0 ? place : mix64(place + static_cast<std::uint64_t>(channel));
            const double value = light[channel] + std::sqrt(light[channel] / fullWell + read * read) *
                                                      static_cast<double>(pixelGaussian(bits));
            const double linear = std::clamp(value, 0.0, 1.0);
            const double encoded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1.0 / 2.4) - 0.055;
            out[channel] = static_cast<std::uint8_t>(std::floor(255.0 * encoded + 0.5));
        }
        return out;
    }

    const Scene &m_scene;
    Material m_material;
    nlohmann::ordered_json m_camera;
    double m_blurPx;
    int m_reach;
    double m_vignetting = 0.0;
    Surroundings m_around;
};

} // namespace

cv::Mat3b renderPlainly(const Scene &scene)
{
    return PlainRenderer(scene).render();
}

} // namespace patina::synthesis
