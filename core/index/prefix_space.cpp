#include "core/index/prefix_space.h"

#include "core/base/random.h"
#include "core/base/unroll.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>

namespace patina {

namespace {

constexpr int fewestDirections = 16;
constexpr int shareOfDimension = 2;
constexpr std::int64_t sampledRows = 768;
constexpr int iterations = 2;
constexpr int blockWidth = 32;            ///< directions that a row is mapped to at a time
constexpr int termsTogether = 16;         ///< of a sum: what is added up by itself loses less
constexpr double orthogonality = 1e-5;    ///< of the basis as it is stored, at most
constexpr double leastIndependent = 1e-6; ///< share of a direction that has to remain beside those before
constexpr double unitRoundoff = 0.5 * static_cast<double>(std::numeric_limits<float>::epsilon());

/// Of a row of the basis, zeros at its end included.
std::ptrdiff_t storedWidth(int dim)
{
    return (dim + blockWidth - 1) / blockWidth * blockWidth;
}

std::int64_t sampleSize(const FeatureMatrix &rows)
{
    return std::min(rows.rows(), sampledRows);
}

std::span<const float> sampled(const FeatureMatrix &rows, std::int64_t i)
{
    return rows.row(i * rows.rows() / sampleSize(rows));
}

/// Of the sample.
std::vector<float> meanOf(const FeatureMatrix &rows)
{
    std::vector<double> sums(static_cast<std::size_t>(rows.dim()));
    const std::int64_t count = sampleSize(rows);
    for (std::int64_t i = 0; i < count; ++i)
        for (std::size_t k = 0; k < sums.size(); ++k)
            sums[k] += static_cast<double>(sampled(rows, i)[k]);
    std::vector<float> mean(sums.size());
    std::ranges::transform(sums, mean.begin(), [&](double sum) {
        return count > 0 ? static_cast<float>(sum / static_cast<double>(count)) : 0.0F;
    });
    return mean;
}

} // namespace

int PrefixSpace::dimFor(int dim)
{
    return std::min(dim, std::clamp((dim / shareOfDimension + 7) / 8 * 8, fewestDirections, mostDirections));
}

PrefixSpace::PrefixSpace(const FeatureMatrix &rows, const JobContext &context)
    : m_full(rows.dim()), m_dim(dimFor(rows.dim())), m_centre(meanOf(rows))
{
    if (rows.empty() || m_dim == m_full)
        takeFirstCoordinates();
    else
        findBasis(rows, context);
    // Rounding of the centred row (u), of its coordinates (sums in parts, in any direction) and of the stored basis;
    // all as a part of the two squared norms together: |Q'v| >= |x - y| - E (|x| + |y|), and |x - y|^2 <= 2 (|x|^2 +
    // |y|^2). The distance that is measured in full loses (d / 8 + 8) u of itself.
    const double d = m_full;
    const double ofCoordinates =
        std::sqrt(static_cast<double>(m_dim)) * (termsTogether + d / termsTogether + 2.0) + 2.0;
    const double share =
        4.2 * ofCoordinates * unitRoundoff + 2.0 * (d / 8.0 + 8.0) * unitRoundoff + 2.0 * orthogonality;
    m_slack = static_cast<float>(1.02 * share);
    m_absolute = 4.0F * static_cast<float>(m_full) * std::numeric_limits<float>::denorm_min();
}

void PrefixSpace::takeFirstCoordinates()
{
    const auto width = static_cast<std::size_t>(storedWidth(m_dim));
    m_basis.assign(static_cast<std::size_t>(m_full) * width, 0.0F);
    for (std::size_t i = 0; i < static_cast<std::size_t>(m_dim); ++i)
        m_basis[i * width + i] = 1.0F;
}

/// Gram-Schmidt, twice, on d x dim columns. \returns whether they are independent and finite.
bool PrefixSpace::orthonormalise(std::vector<double> &columns, const JobContext &context) const
{
    const auto width = static_cast<std::size_t>(m_dim);
    const auto dot = [&](std::size_t a, std::size_t b) {
        double sum = 0.0;
        for (std::size_t at = 0; at < columns.size(); at += width)
            sum += columns[at + a] * columns[at + b];
        return sum;
    };
    for (std::size_t column = 0; column < width; ++column) {
        if (context.cancelled())
            return false;
        const double before = dot(column, column);
        for (int pass = 0; pass < 2; ++pass)
            for (std::size_t other = 0; other < column; ++other) {
                const double along = dot(column, other);
                for (std::size_t at = 0; at < columns.size(); at += width)
                    columns[at + column] -= along * columns[at + other];
            }
        const double after = dot(column, column);
        if (!(after > leastIndependent * leastIndependent * before) || !std::isfinite(before))
            return false;
        const double scale = 1.0 / std::sqrt(after);
        for (std::size_t at = 0; at < columns.size(); at += width)
            columns[at + column] *= scale;
    }
    return true;
}

void PrefixSpace::findBasis(const FeatureMatrix &rows, const JobContext &context)
{
    const auto width = static_cast<std::size_t>(m_dim);
    const auto full = static_cast<std::size_t>(m_full);
    Random random(1);
    std::vector<double> columns(full * width);
    std::ranges::generate(columns, [&] { return random.uniform() - 0.5; });
    bool independent = orthonormalise(columns, context);
    std::vector<double> along(width);
    for (int iteration = 0; iteration < iterations && independent; ++iteration) {
        std::vector<double> next(columns.size());
        for (std::int64_t i = 0; i < sampleSize(rows) && !context.cancelled(); ++i) {
            const auto row = sampled(rows, i);
            std::ranges::fill(along, 0.0);
            for (std::size_t k = 0; k < full; ++k) {
                const double value = static_cast<double>(row[k] - m_centre[k]);
                for (std::size_t j = 0; j < width; ++j)
                    along[j] += value * columns[k * width + j];
            }
            for (std::size_t k = 0; k < full; ++k) {
                const double value = static_cast<double>(row[k] - m_centre[k]);
                for (std::size_t j = 0; j < width; ++j)
                    next[k * width + j] += value * along[j];
            }
        }
        columns = std::move(next);
        independent = orthonormalise(columns, context);
    }
    // Few rows, or rows that differ in few directions only.
    if (!independent)
        return takeFirstCoordinates();
    const auto stored = static_cast<std::size_t>(storedWidth(m_dim));
    m_basis.assign(full * stored, 0.0F);
    for (std::size_t k = 0; k < full; ++k)
        for (std::size_t j = 0; j < width; ++j)
            m_basis[k * stored + j] = static_cast<float>(columns[k * width + j]);
}

PrefixSpace::Mapped PrefixSpace::map(const float *row, float *coordinates) const
{
#if defined(__x86_64__)
    static const bool wide = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    const float full = wide ? mapEightLanes(row, coordinates) : mapAny(row, coordinates);
#else
    const float full = mapAny(row, coordinates);
#endif
    return {full, m_slack * full + m_absolute};
}

#if defined(__x86_64__)
__attribute__((target("avx2,fma"))) float PrefixSpace::mapEightLanes(const float *row, float *coordinates) const
{
    return mapTo(row, coordinates);
}
#endif

float PrefixSpace::mapAny(const float *row, float *coordinates) const
{
    return mapTo(row, coordinates);
}

/// A block of directions at a time, whose sums stay in registers.
inline __attribute__((always_inline)) float PrefixSpace::mapTo(const float *row, float *coordinates) const
{
    typedef float Lanes __attribute__((vector_size(8 * sizeof(float)), aligned(4)));
    float full = 0.0F;
    const std::ptrdiff_t width = storedWidth(m_dim);
    for (std::ptrdiff_t block = 0; block < width; block += blockWidth) {
        Lanes sums[4] = {};
        for (int first = 0; first < m_full; first += termsTogether) {
            Lanes part[4] = {};
            const int end = std::min(first + termsTogether, m_full);
            for (int k = first; k < end; ++k) {
                const float value = row[k] - m_centre[static_cast<std::size_t>(k)];
                if (block == 0)
                    full += value * value;
                const float *direction = m_basis.data() + k * width + block;
                PATINA_UNROLL
                for (std::ptrdiff_t i = 0; i < 4; ++i)
                    part[i] += *reinterpret_cast<const Lanes *>(direction + 8 * i) * value;
            }
            PATINA_UNROLL
            for (std::size_t i = 0; i < 4; ++i)
                sums[i] += part[i];
        }
        std::array<float, blockWidth> block32;
        PATINA_UNROLL
        for (std::ptrdiff_t i = 0; i < 4; ++i)
            *reinterpret_cast<Lanes *>(block32.data() + 8 * i) = sums[i];
        std::copy_n(block32.data(), std::min<std::ptrdiff_t>(blockWidth, m_dim - block), coordinates + block);
    }
    return full;
}

} // namespace patina
