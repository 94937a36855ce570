#include "core/synthesis/surfaces/exemplar_fit.h"

#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/fourier.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace patina::synthesis {

namespace {

constexpr int largestPatch = 384;
constexpr double marginShare = 0.08; ///< of a side: edges of the part and of the lens are no texture
constexpr double darkest = 0.02;

std::array<double, 6> terms(double x, double y)
{
    return {1.0, x, y, x * x, x * y, y * y};
}

/// Least squares by the normal equations; their 6 x 6 matrix is well conditioned on [-1, 1].
std::array<double, 6> fitFalloff(const cv::Mat &pixels, int channel, const cv::Rect &area)
{
    const int step = std::max(1, std::min(area.width, area.height) / 96);
    cv::Matx<double, 6, 6> normal = cv::Matx<double, 6, 6>::zeros();
    cv::Matx<double, 6, 1> right = cv::Matx<double, 6, 1>::zeros();
    for (int y = area.y; y < area.y + area.height; y += step)
        for (int x = area.x; x < area.x + area.width; x += step) {
            const auto at = terms(2.0 * x / pixels.cols - 1.0, 2.0 * y / pixels.rows - 1.0);
            const double value = pixels.ptr<std::uint8_t>(y)[x * pixels.channels() + channel] / 255.0;
            for (int i = 0; i < 6; ++i) {
                for (int j = 0; j < 6; ++j)
                    normal(i, j) += at[static_cast<std::size_t>(i)] * at[static_cast<std::size_t>(j)];
                right(i, 0) += at[static_cast<std::size_t>(i)] * value;
            }
        }
    cv::Matx<double, 6, 1> solved;
    cv::solve(normal, right, solved, cv::DECOMP_CHOLESKY);
    std::array<double, 6> out{};
    for (int i = 0; i < 6; ++i)
        out[static_cast<std::size_t>(i)] = solved(i, 0);
    return out;
}

double falloffAt(const std::array<double, 6> &falloff, double x, double y)
{
    const auto at = terms(x, y);
    return std::max(darkest, std::inner_product(at.begin(), at.end(), falloff.begin(), 0.0));
}

/// Pixel over falloff minus 1, channel by channel.
std::vector<cv::Mat1f> residualOf(const cv::Mat &pixels, const cv::Rect &patch, const ExemplarFit &fit)
{
    std::vector<cv::Mat1f> residual;
    for (int channel = 0; channel < fit.channels; ++channel) {
        cv::Mat1f plane(patch.size());
        const auto &falloff = fit.falloff[static_cast<std::size_t>(channel)];
        for (int y = 0; y < patch.height; ++y)
            for (int x = 0; x < patch.width; ++x) {
                const double light = falloffAt(falloff, 2.0 * (patch.x + x) / pixels.cols - 1.0,
                                               2.0 * (patch.y + y) / pixels.rows - 1.0);
                const double value =
                    pixels.ptr<std::uint8_t>(patch.y + y)[(patch.x + x) * fit.channels + channel] / 255.0;
                plane(y, x) = static_cast<float>(value / light - 1.0);
            }
        residual.push_back(plane);
    }
    return residual;
}

/// Mean of the product of two planes; added up in one order on every machine.
double meanProduct(const cv::Mat1f &a, const cv::Mat1f &b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0, std::plus<>(),
                              [](float x, float y) { return static_cast<double>(x) * static_cast<double>(y); }) /
           static_cast<double>(a.total());
}

double meanOf(const cv::Mat1f &plane)
{
    return std::accumulate(plane.begin(), plane.end(), 0.0) / static_cast<double>(plane.total());
}

/// Turns the channels to the axes of their covariance.
void decorrelate(std::vector<cv::Mat1f> &planes, cv::Matx33f &axes)
{
    cv::Matx33d covariance;
    for (int i = 0; i < 3; ++i)
        for (int j = 0; j < 3; ++j) {
            const cv::Mat1f &a = planes[static_cast<std::size_t>(i)];
            const cv::Mat1f &b = planes[static_cast<std::size_t>(j)];
            covariance(i, j) = meanProduct(a, b) - meanOf(a) * meanOf(b);
        }
    cv::Matx31d values;
    cv::Matx33d vectors; // one a row
    cv::eigen(covariance, values, vectors);
    for (int k = 0; k < 3; ++k)
        for (int c = 0; c < 3; ++c)
            axes(c, k) = static_cast<float>(vectors(k, c));
    for (int y = 0; y < planes.front().rows; ++y)
        for (int x = 0; x < planes.front().cols; ++x) {
            const cv::Vec3f colour(planes[0](y, x), planes[1](y, x), planes[2](y, x));
            for (int k = 0; k < 3; ++k)
                planes[static_cast<std::size_t>(k)](y, x) =
                    axes(0, k) * colour[0] + axes(1, k) * colour[1] + axes(2, k) * colour[2];
        }
}

/// The inverse of the normal distribution (Acklam's rational approximation, relative error 1e-9).
double normalQuantile(double p)
{
    const auto tail = [](double q) {
        return (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838) * q -
                  2.549732539343734) *
                     q +
                 4.374664141464968) *
                    q +
                2.938163982698783) /
               ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996) * q +
                 3.754408661907416) *
                    q +
                1.0);
    };
    if (p < 0.02425)
        return tail(std::sqrt(-2.0 * logarithm(p)));
    if (p > 1.0 - 0.02425)
        return -tail(std::sqrt(-2.0 * logarithm(1.0 - p)));
    const double q = p - 0.5;
    const double r = q * q;
    return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r +
              1.383577518672690e+02) *
                 r -
             3.066479806614716e+01) *
                r +
            2.506628277459239) *
           q /
           (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r +
              6.680131188771972e+01) *
                 r -
             1.328068155288572e+01) *
                r +
            1.0);
}

/// Replaces values by those of a normal distribution of the same rank; \returns the quantiles they had.
std::vector<float> makeGaussian(cv::Mat1f &plane)
{
    const auto count = static_cast<std::size_t>(plane.total());
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    const float *values = plane[0];
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        return values[a] != values[b] ? values[a] < values[b] : mix64(a) < mix64(b); // ties in no order of place
    });
    std::vector<float> quantiles;
    for (int i = 0; i <= ExemplarFit::quantileSteps; ++i) {
        const auto at = static_cast<std::size_t>(i) * (count - 1) / ExemplarFit::quantileSteps;
        quantiles.push_back(values[order[at]]);
    }
    cv::Mat1f gaussian(plane.size());
    for (std::size_t rank = 0; rank < count; ++rank)
        gaussian[0][order[rank]] =
            static_cast<float>(normalQuantile((static_cast<double>(rank) + 0.5) / static_cast<double>(count)));
    plane = gaussian;
    return quantiles;
}

/// Smooth ends, so that the patch can stand in a larger tile; the energy becomes 1.
void windowSpot(cv::Mat1f &spot)
{
    const auto fade = [](int at, int length) {
        const float end = 0.12F * static_cast<float>(length);
        const float near = std::min(static_cast<float>(at) + 0.5F, static_cast<float>(length - at) - 0.5F);
        return std::sqrt(smoothStep(0.0F, end, near));
    };
    double energy = 0.0;
    for (int y = 0; y < spot.rows; ++y)
        for (int x = 0; x < spot.cols; ++x) {
            spot(y, x) *= fade(x, spot.cols) * fade(y, spot.rows);
            energy += static_cast<double>(spot(y, x)) * static_cast<double>(spot(y, x));
        }
    const auto scale = static_cast<float>(energy > 0.0 ? 1.0 / std::sqrt(energy) : 0.0);
    for (float &value : spot)
        value *= scale;
}

/// Immerkaer 1996, "Fast noise variance estimation": a mask blind to edges and slopes.
double noiseOf(const cv::Mat1f &brightness)
{
    double sum = 0.0;
    for (int y = 1; y + 1 < brightness.rows; ++y)
        for (int x = 1; x + 1 < brightness.cols; ++x) {
            const auto line = [&](int row) {
                return brightness(row, x - 1) - 2.0F * brightness(row, x) + brightness(row, x + 1);
            };
            sum += static_cast<double>(std::abs(line(y - 1) - 2.0F * line(y) + line(y + 1)));
        }
    return std::sqrt(pi / 2.0) * sum / (6.0 * (brightness.cols - 2) * (brightness.rows - 2));
}

} // namespace

cv::Mat1f periodicComponent(const cv::Mat1f &image)
{
    const int rows = image.rows;
    const int columns = image.cols;
    const auto at = [&](int y, int x) {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(x);
    };
    std::vector<Complex> jumps(image.total());
    for (int x = 0; x < columns; ++x) {
        const auto jump = static_cast<double>(image(rows - 1, x) - image(0, x));
        jumps[at(0, x)].re += jump;
        jumps[at(rows - 1, x)].re -= jump;
    }
    for (int y = 0; y < rows; ++y) {
        const auto jump = static_cast<double>(image(y, columns - 1) - image(y, 0));
        jumps[at(y, 0)].re += jump;
        jumps[at(y, columns - 1)].re -= jump;
    }
    fourier(jumps, rows, columns, Transform::Forward);
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < columns; ++x) {
            const double laplacian = 2.0 * sineCosineTurns(static_cast<double>(y) / rows).cosine +
                                     2.0 * sineCosineTurns(static_cast<double>(x) / columns).cosine - 4.0;
            const double scale = x == 0 && y == 0 ? 0.0 : 1.0 / laplacian;
            jumps[at(y, x)] = {jumps[at(y, x)].re * scale, jumps[at(y, x)].im * scale};
        }
    fourier(jumps, rows, columns, Transform::Inverse);
    const double mean = meanOf(image);
    cv::Mat1f periodic(image.size());
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < columns; ++x)
            periodic(y, x) = static_cast<float>(static_cast<double>(image(y, x)) - mean -
                                                jumps[at(y, x)].re / static_cast<double>(image.total()));
    return periodic;
}

ExemplarGrain grainOf(const cv::Mat1f &brightness)
{
    double xx = 0.0;
    double yy = 0.0;
    double xy = 0.0;
    for (int y = 1; y + 1 < brightness.rows; ++y)
        for (int x = 1; x + 1 < brightness.cols; ++x) {
            const auto gx = static_cast<double>(brightness(y, x + 1) - brightness(y, x - 1));
            const auto gy = static_cast<double>(brightness(y + 1, x) - brightness(y - 1, x));
            xx += gx * gx;
            yy += gy * gy;
            xy += gx * gy;
        }
    const double spread = std::sqrt((xx - yy) * (xx - yy) + 4.0 * xy * xy);
    ExemplarGrain grain;
    grain.coherence = xx + yy > 0.0 ? spread / (xx + yy) : 0.0;
    grain.directionDeg = 0.5 * std::atan2(2.0 * xy, xx - yy) * 180.0 / pi + 90.0; // gradients stand across the marks
    grain.directionDeg = std::floor(grain.directionDeg * 100.0 + 0.5) / 100.0;    // atan2 may differ in its last bit
    return grain;
}

ExemplarFit fitExemplar(const cv::Mat &pixels)
{
    ExemplarFit fit;
    fit.channels = pixels.channels();
    fit.size = pixels.size();
    const int marginX = static_cast<int>(marginShare * pixels.cols);
    const int marginY = static_cast<int>(marginShare * pixels.rows);
    const cv::Rect inner(marginX, marginY, pixels.cols - 2 * marginX, pixels.rows - 2 * marginY);
    for (int channel = 0; channel < fit.channels; ++channel)
        fit.falloff[static_cast<std::size_t>(channel)] = fitFalloff(pixels, channel, inner);
    const auto side = [](int length) { return std::min(length, largestPatch) / 8 * 8; };
    const cv::Size size(side(inner.width), side(inner.height));
    const cv::Rect patch(inner.x + (inner.width - size.width) / 2, inner.y + (inner.height - size.height) / 2,
                         size.width, size.height);
    std::vector<cv::Mat1f> planes = residualOf(pixels, patch, fit);
    const int brightest = std::min(1, fit.channels - 1);
    fit.noise = 255.0 * fit.falloff[static_cast<std::size_t>(brightest)][0] *
                noiseOf(planes[static_cast<std::size_t>(brightest)]);
    if (fit.channels == 3)
        decorrelate(planes, fit.axes);
    for (std::size_t k = 0; k < planes.size(); ++k) {
        fit.quantiles[k] = makeGaussian(planes[k]);
        fit.spot[k] = periodicComponent(planes[k]);
        windowSpot(fit.spot[k]);
    }
    return fit;
}

} // namespace patina::synthesis
