#include "core/index/product_block.h"

#include "core/base/unroll.h"

#include <bit>
#include <cassert>
#include <cstddef>
#include <limits>

namespace patina {

namespace {

/// Vectors of `Lanes` hold as many panel columns; kept in one function each, as a vector type wider than the
/// processor's is taken apart before anything is inlined.
typedef float FourLanes __attribute__((vector_size(4 * sizeof(float)), aligned(4)));
typedef float EightLanes __attribute__((vector_size(8 * sizeof(float)), aligned(4)));

/// Templates are given these: as an argument of its own a type loses its alignment.
struct Four
{
    using Lanes = FourLanes;
    static inline __attribute__((always_inline)) float sum(const FourLanes &v)
    {
        const FourLanes pairs = v + __builtin_shufflevector(v, v, 2, 3, 0, 1);
        return pairs[0] + pairs[1];
    }
};
struct Eight
{
    using Lanes = EightLanes;
    static inline __attribute__((always_inline)) float sum(const EightLanes &v)
    {
        return Four::sum(__builtin_shufflevector(v, v, 0, 1, 2, 3) + __builtin_shufflevector(v, v, 4, 5, 6, 7));
    }
};

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
/// The products with the left and the right half of the panel's columns.
__attribute__((target("avx2,fma"), always_inline)) inline void sumEightLanes(const std::array<const float *, 4> &rows,
                                                                             const float *panel, int dim,
                                                                             EightLanes (&low)[4],
                                                                             EightLanes (&high)[4])
{
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
}

__attribute__((target("avx2,fma"))) void productsOfEightLanes(const std::array<const float *, 4> &rows,
                                                              const float *panel, int dim, float *products)
{
    EightLanes low[4];
    EightLanes high[4];
    sumEightLanes(rows, panel, dim, low, high);
    PATINA_UNROLL
    for (std::size_t i = 0; i < 4; ++i) {
        *reinterpret_cast<EightLanes *>(products + i * PackedRows::width) = low[i];
        *reinterpret_cast<EightLanes *>(products + i * PackedRows::width + 8) = high[i];
    }
}

/// The same sums, and what they tell, without a detour through memory: ProductBound::lowest() with its terms in another
/// order, for which it has room.
__attribute__((target("avx2,fma"))) std::array<std::uint32_t, 4> candidatesOfEightLanes(const PanelQueries &queries,
                                                                                        const float *panel,
                                                                                        const float *norms, int dim,
                                                                                        const ProductBound &bound)
{
    EightLanes low[4];
    EightLanes high[4];
    sumEightLanes(queries.rows, panel, dim, low, high);
    const float share = 1.0F - bound.relative();
    const EightLanes normsLow = share * *reinterpret_cast<const EightLanes *>(norms);
    const EightLanes normsHigh = share * *reinterpret_cast<const EightLanes *>(norms + 8);
    const float largest = std::numeric_limits<float>::max();
    std::array<std::uint32_t, 4> near{};
    PATINA_UNROLL
    for (std::size_t i = 0; i < 4; ++i) {
        const float limit = queries.limits[i] + bound.absolute() - share * queries.norms[i];
        const EightLanes left = normsLow - 2.0F * low[i];
        const EightLanes right = normsHigh - 2.0F * high[i];
        const auto far = (left > limit) & (left <= largest);
        const auto farHigh = (right > limit) & (right <= largest);
        const auto bits = static_cast<std::uint32_t>(__builtin_ia32_movmskps256((EightLanes)far)) |
                          static_cast<std::uint32_t>(__builtin_ia32_movmskps256((EightLanes)farHigh)) << 8U;
        near[i] = ~bits & 0xFFFFU;
    }
    return near;
}
#endif

/// Sums of products in the lanes of a vector, then of the lanes: an order like any other to ProductBound.
template <typename Width>
inline __attribute__((always_inline)) std::uint32_t nearRowsOf(const RowQuery &query, const float *rows,
                                                               const float *norms, int dim, const ProductBound &bound)
{
    using Lanes = typename Width::Lanes;
    constexpr int lanes = sizeof(Lanes) / sizeof(float);
    std::uint32_t near = 0;
    for (std::uint32_t left = query.rows; left != 0; left &= left - 1) {
        const int row = std::countr_zero(left);
        const float *values = rows + std::ptrdiff_t{row} * dim;
        Lanes sums = {};
        int k = 0;
        for (; k + lanes <= dim; k += lanes)
            sums += *reinterpret_cast<const Lanes *>(query.values + k) * *reinterpret_cast<const Lanes *>(values + k);
        float product = Width::sum(sums);
        for (; k < dim; ++k)
            product += query.values[k] * values[k];
        near |= static_cast<std::uint32_t>(!(bound.lowest(query.norm, norms[row], product) > query.limit)) << row;
    }
    return near;
}

#if defined(__x86_64__)
__attribute__((target("avx2,fma"))) std::uint32_t
nearRowsOfEightLanes(const RowQuery &query, const float *rows, const float *norms, int dim, const ProductBound &bound)
{
    return nearRowsOf<Eight>(query, rows, norms, dim, bound);
}
#endif

std::array<std::uint32_t, 4> candidatesOfFourLanes(const PanelQueries &queries, const float *panel, const float *norms,
                                                   int dim, const ProductBound &bound)
{
    std::array<float, std::size_t{4} * PackedRows::width> products{};
    productsOfFourLanes(queries.rows, panel, dim, products.data());
    std::array<std::uint32_t, 4> near{};
    for (std::size_t i = 0; i < near.size(); ++i)
        for (std::size_t j = 0; j < PackedRows::width; ++j) {
            const float lowest = bound.lowest(queries.norms[i], norms[j], products[i * PackedRows::width + j]);
            near[i] |= static_cast<std::uint32_t>(!(lowest > queries.limits[i])) << j;
        }
    return near;
}

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
    append(row, squaredNorm(row.data(), m_dim));
}

void PackedRows::append(std::span<const float> row, float norm)
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
    m_norms[m_norms.size() - width + lane] = norm;
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

std::array<std::uint32_t, 4> panelCandidates(const PanelQueries &queries, const float *panel, const float *norms,
                                             int dim, const ProductBound &bound)
{
#if defined(__x86_64__)
    static const bool wide = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    if (wide)
        return candidatesOfEightLanes(queries, panel, norms, dim, bound);
#endif
    return candidatesOfFourLanes(queries, panel, norms, dim, bound);
}

std::uint32_t nearRows(const RowQuery &query, const float *rows, const float *norms, int dim, const ProductBound &bound)
{
#if defined(__x86_64__)
    static const bool wide = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    if (wide)
        return nearRowsOfEightLanes(query, rows, norms, dim, bound);
#endif
    return nearRowsOf<Four>(query, rows, norms, dim, bound);
}

ProductBound::ProductBound(int dim)
    // Unit roundoff is epsilon / 2: norms dim * u each, twice the product 2 * dim * u * |x||y| <= dim * u * (sum), the
    // exact one's own (dim / 8 + 8) * u * |x - y|^2 <= twice that times the sum; and sums of three.
    : m_relative(std::numeric_limits<float>::epsilon() * (1.25F * static_cast<float>(dim) + 32.0F)),
      m_absolute(3.0F * static_cast<float>(dim) * std::numeric_limits<float>::denorm_min())
{
}

} // namespace patina
