#include "core/synthesis/impurities/ridge_pattern.h"

#include "core/synthesis/noise/counter_random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace patina::synthesis {

namespace {

constexpr int periodPx = 6; ///< of the grid that ridges grow on
constexpr int kernelReach = 6;
constexpr int kernelSide = 2 * kernelReach + 1;
constexpr int directions = 32;
constexpr int rounds = 14;

/// A direction without a sign, as cosine and sine of its double angle.
struct Axis
{
    float cosine2 = 1.0F;
    float sine2 = 0.0F;
};

/// Turns the axis by the argument of (x, y), or back.
void turn(Axis &axis, float x, float y, float way)
{
    const float per = 1.0F / (std::sqrt(x * x + y * y) + 1e-6F);
    const float c = x * per;
    const float s = way * y * per;
    axis = {axis.cosine2 * c - axis.sine2 * s, axis.cosine2 * s + axis.sine2 * c};
}

struct Singularities
{
    std::vector<cv::Point2f> cores;
    std::vector<cv::Point2f> deltas;
};

/// Where cores and deltas are; x and y from -0.5 to 0.5, y towards the palm.
Singularities singularitiesOf(FingerprintKind kind, std::uint64_t key)
{
    CounterRandom random(key);
    const auto near = [&](double x, double y) {
        return cv::Point2f(static_cast<float>(x + random.uniform(-0.05, 0.05)),
                           static_cast<float>(y + random.uniform(-0.05, 0.05)));
    };
    const double side = random.sign();
    if (kind == FingerprintKind::Whorl)
        return {{near(0.0, -0.10), near(0.03 * side, 0.06)}, {near(0.38, 0.34), near(-0.38, 0.34)}};
    return {{near(0.0, -0.06)}, {near(0.32 * side, 0.30)}};
}

Axis archAxis(float x, float y, float height)
{
    const float fall = fastExp(-(y - 0.1F) * (y - 0.1F) * 5.0F);
    const float slope = height * fall * x * fastExp(-x * x * 14.0F) * 14.0F;
    const float per = 1.0F / (1.0F + slope * slope);
    return {(1.0F - slope * slope) * per, 2.0F * slope * per};
}

/// The Gabor kernels of all directions, one after the other; each sums to 0.
std::vector<float> kernels()
{
    std::vector<float> all;
    for (int d = 0; d < directions; ++d) {
        const SineCosine along = sineCosineTurns(0.5 * d / directions);
        std::vector<double> kernel;
        double sum = 0.0;
        double absolute = 0.0;
        for (int j = -kernelReach; j <= kernelReach; ++j)
            for (int i = -kernelReach; i <= kernelReach; ++i) {
                const double across = j * along.cosine - i * along.sine;
                const double r2 = static_cast<double>(i) * i + static_cast<double>(j) * j;
                kernel.push_back(exponential(-r2 / (2.0 * 2.7 * 2.7)) * sineCosineTurns(across / periodPx).cosine);
                sum += kernel.back();
            }
        for (double &value : kernel) {
            value -= sum / static_cast<double>(kernel.size());
            absolute += std::abs(value);
        }
        for (const double value : kernel)
            all.push_back(static_cast<float>(value / absolute));
    }
    return all;
}

/// Index of the kernel for an axis.
int directionOf(const Axis &axis)
{
    int best = 0;
    float most = -2.0F;
    static const auto steps = [] {
        std::array<Axis, directions> made;
        for (int d = 0; d < directions; ++d) {
            const SineCosine turned = sineCosineTurns(static_cast<double>(d) / directions);
            made[static_cast<std::size_t>(d)] = {static_cast<float>(turned.cosine), static_cast<float>(turned.sine)};
        }
        return made;
    }();
    for (int d = 0; d < directions; ++d) {
        const Axis &step = steps[static_cast<std::size_t>(d)];
        const float alike = step.cosine2 * axis.cosine2 + step.sine2 * axis.sine2;
        if (alike > most) {
            most = alike;
            best = d;
        }
    }
    return best;
}

cv::Mat1b directionField(FingerprintKind kind, cv::Size size, std::uint64_t key)
{
    const Singularities points = singularitiesOf(kind, key);
    CounterRandom random(subKey(key, "arch"));
    const auto height = static_cast<float>(random.uniform(0.12, 0.3));
    cv::Mat1b field(size);
    for (int row = 0; row < size.height; ++row)
        for (int column = 0; column < size.width; ++column) {
            const float x = static_cast<float>(column) / static_cast<float>(size.width) - 0.5F;
            const float y = static_cast<float>(row) / static_cast<float>(size.height) - 0.5F;
            Axis axis;
            if (kind == FingerprintKind::Arch) {
                axis = archAxis(x, y, height);
            } else {
                for (const cv::Point2f &core : points.cores)
                    turn(axis, x - core.x, y - core.y, 1.0F);
                for (const cv::Point2f &delta : points.deltas)
                    turn(axis, x - delta.x, y - delta.y, -1.0F);
            }
            field(row, column) = static_cast<std::uint8_t>(directionOf(axis));
        }
    return field;
}

float filtered(const cv::Mat1f &padded, int row, int column, const float *kernel)
{
    float sum = 0.0F;
    for (int j = 0; j < kernelSide; ++j) {
        const float *in = padded[row + j] + column;
        float line = 0.0F;
        for (int i = 0; i < kernelSide; ++i)
            line += in[i] * kernel[j * kernelSide + i];
        sum += line;
    }
    return sum;
}

/// Weights of Catmull and Rom's cubic (1974) for the four samples around t.
std::array<float, 4> cubicWeights(float t)
{
    const float t2 = t * t;
    const float t3 = t2 * t;
    return {0.5F * (-t3 + 2.0F * t2 - t), 0.5F * (3.0F * t3 - 5.0F * t2 + 2.0F), 0.5F * (-3.0F * t3 + 4.0F * t2 + t),
            0.5F * (t3 - t2)};
}

} // namespace

std::string_view nameOf(FingerprintKind kind)
{
    switch (kind) {
    case FingerprintKind::Loop:
        return "loop";
    case FingerprintKind::Whorl:
        return "whorl";
    default:
        return "arch";
    }
}

RidgePattern::RidgePattern(FingerprintKind kind, cv::Size2d periods, std::uint64_t key)
    : m_ridges(static_cast<int>(periods.height * periodPx), static_cast<int>(periods.width * periodPx), 0.0F)
{
    grow(kind, key);
}

void RidgePattern::grow(FingerprintKind kind, std::uint64_t key)
{
    const cv::Mat1b field = directionField(kind, m_ridges.size(), subKey(key, "field"));
    const std::vector<float> all = kernels();
    cv::Mat1f padded(m_ridges.rows + 2 * kernelReach, m_ridges.cols + 2 * kernelReach, 0.0F);
    for (int row = 0; row < padded.rows; ++row)
        for (int column = 0; column < padded.cols; ++column)
            padded(row, column) = 0.5F * pixelGaussian(latticeKey(key, column, row));
    const cv::Rect inner(kernelReach, kernelReach, m_ridges.cols, m_ridges.rows);
    for (int round = 0; round < rounds; ++round) {
        for (int row = 0; row < m_ridges.rows; ++row)
            for (int column = 0; column < m_ridges.cols; ++column) {
                const float *kernel =
                    all.data() + static_cast<std::size_t>(field(row, column)) * kernelSide * kernelSide;
                m_ridges(row, column) = std::clamp(4.5F * filtered(padded, row, column, kernel), -1.0F, 1.0F);
            }
        m_ridges.copyTo(padded(inner));
    }
}

float RidgePattern::at(float x, float y) const
{
    const float column = x * periodPx + 0.5F * static_cast<float>(m_ridges.cols);
    const float row = y * periodPx + 0.5F * static_cast<float>(m_ridges.rows);
    const int left = static_cast<int>(std::floor(column)) - 1;
    const int top = static_cast<int>(std::floor(row)) - 1;
    if (left < 0 || top < 0 || left + 4 > m_ridges.cols || top + 4 > m_ridges.rows)
        return -1.0F;
    const auto across = cubicWeights(column - std::floor(column));
    const auto down = cubicWeights(row - std::floor(row));
    float sum = 0.0F;
    for (int j = 0; j < 4; ++j) {
        const float *in = m_ridges[top + j] + left;
        sum += down[static_cast<std::size_t>(j)] *
               (across[0] * in[0] + across[1] * in[1] + across[2] * in[2] + across[3] * in[3]);
    }
    return sum;
}

} // namespace patina::synthesis
