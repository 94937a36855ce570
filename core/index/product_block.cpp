#include "core/index/product_block.h"

#include "core/base/unroll.h"

#include <cassert>
#include <cstddef>
#include <limits>

namespace patina {

namespace {

/// Vectors of `Lanes` hold as many panel columns; kept in one function each, as a vector type wider than the
/// processor's is taken apart before anything is inlined.
typedef float FourLanes __attribute__((vector_size(4 * sizeof(float)), aligned(4)));
typedef float EightLanes __attribute__((vector_size(8 * sizeof(float)), aligned(4)));

/// Two rows with eight columns fill half of sixteen registers; four rows would spill.
void productsOfFourLanes(const std::array<const float *, 4> &rows, const float *panel, int dim, float *products)
{
    for (std::size_t first = 0; first < rows.size(); first += 2)
        for (int column = 0; column < PackedRows::width; column += 8) {
            FourLanes sums[2][2] = {};
            for (int k = 0; k < dim; ++k) {
                const float *values = panel + std::ptrdiff_t{k} * PackedRows::width + column;
                for (std::size_t i = 0; i < 2; ++i) {
                    sums[i][0] += *reinterpret_cast<const FourLanes *>(values) * rows[first + i][k];
                    sums[i][1] += *reinterpret_cast<const FourLanes *>(values + 4) * rows[first + i][k];
                }
            }
            for (std::size_t i = 0; i < 2; ++i) {
                float *out = products + (first + i) * PackedRows::width + static_cast<std::size_t>(column);
                *reinterpret_cast<FourLanes *>(out) = sums[i][0];
                *reinterpret_cast<FourLanes *>(out + 4) = sums[i][1];
            }
        }
}

#if defined(__x86_64__)
__attribute__((target("avx2,fma"))) void productsOfEightLanes(const std::array<const float *, 4> &rows,
                                                              const float *panel, int dim, float *products)
{
    EightLanes low[4];
    EightLanes high[4];
    PATINA_UNROLL
    for (std::size_t i = 0; i < 4; ++i)
        low[i] = high[i] = EightLanes{};
    const float *const starts[4] = {rows[0], rows[1], rows[2], rows[3]};
    for (int k = 0; k < dim; ++k) {
        const float *values = panel + std::ptrdiff_t{k} * PackedRows::width;
        const EightLanes left = *reinterpret_cast<const EightLanes *>(values);
        const EightLanes right = *reinterpret_cast<const EightLanes *>(values + 8);
        PATINA_UNROLL
        for (std::size_t i = 0; i < 4; ++i) {
            low[i] += left * starts[i][k];
            high[i] += right * starts[i][k];
        }
    }
    PATINA_UNROLL
    for (std::size_t i = 0; i < 4; ++i) {
        *reinterpret_cast<EightLanes *>(products + i * PackedRows::width) = low[i];
        *reinterpret_cast<EightLanes *>(products + i * PackedRows::width + 8) = high[i];
    }
}

#endif

using PanelProducts = decltype(&productsOfFourLanes);

PanelProducts widest()
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        return productsOfEightLanes;
#endif
    return productsOfFourLanes;
}

} // namespace

void PackedRows::reserve(std::int64_t rows)
{
    const auto padded = static_cast<std::size_t>((rows + width - 1) / width * width);
    m_values.reserve(padded * static_cast<std::size_t>(m_dim));
    m_norms.reserve(padded);
}

void PackedRows::append(std::span<const float> row)
{
    assert(static_cast<int>(row.size()) == m_dim);
    const auto lane = static_cast<std::size_t>(m_rows % width);
    if (lane == 0) {
        m_values.resize(m_values.size() + static_cast<std::size_t>(m_dim) * width);
        m_norms.resize(m_norms.size() + width, std::numeric_limits<float>::infinity());
    }
    float *panel = m_values.data() + m_values.size() - static_cast<std::size_t>(m_dim) * width;
    for (std::size_t k = 0; k < row.size(); ++k)
        panel[k * width + lane] = row[k];
    m_norms[m_norms.size() - width + lane] = squaredNorm(row.data(), m_dim);
    ++m_rows;
}

float squaredNorm(const float *row, int dim)
{
    float sum = 0.0F;
    for (int k = 0; k < dim; ++k)
        sum += row[k] * row[k];
    return sum;
}

void panelProducts(const std::array<const float *, 4> &rows, const float *panel, int dim, float *products)
{
    static const PanelProducts chosen = widest();
    chosen(rows, panel, dim, products);
}

ProductBound::ProductBound(int dim)
    // Unit roundoff is epsilon / 2: norms dim * u each, twice the product 2 * dim * u * |x||y| <= dim * u * (sum), the
    // exact one's own (dim / 8 + 8) * u * |x - y|^2 <= twice that times the sum; and sums of three.
    : m_relative(std::numeric_limits<float>::epsilon() * (1.25F * static_cast<float>(dim) + 32.0F)),
      m_absolute(3.0F * static_cast<float>(dim) * std::numeric_limits<float>::denorm_min())
{
}

} // namespace patina
