#pragma once

#include "core/base/feature_matrix.h"

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace patina {

/// Rows laid out for products with many others: sixteen side by side, value by value. Grows at the end.
class PackedRows
{
public:
    static constexpr int width = 16; ///< rows of a panel

    explicit PackedRows(int dim) : m_dim(dim) {}

    std::int64_t rows() const { return m_rows; }
    std::int64_t panels() const { return (m_rows + width - 1) / width; }
    int dim() const { return m_dim; }
    /// dim x 16 values; rows beyond rows() are zero.
    const float *panel(std::int64_t index) const { return m_values.data() + index * m_dim * width; }
    /// Squared norms of the rows of a panel; infinity beyond rows().
    const float *norms(std::int64_t index) const { return m_norms.data() + index * width; }

    void reserve(std::int64_t rows);
    void append(std::span<const float> row);

private:
    int m_dim;
    std::int64_t m_rows = 0;
    std::vector<float> m_values;
    std::vector<float> m_norms;
};

/// Sum of squares, within ProductBound of the true one.
float squaredNorm(const float *row, int dim);

/// Products of four rows with the sixteen of a panel: products[i * 16 + j] = rows[i] . panel[j], within
/// ProductBound of the true ones. Their last bits differ between processors: they rule out, squaredDistance() decides.
void panelProducts(const std::array<const float *, 4> &rows, const float *panel, int dim, float *products);

/// What products tell of a distance. For any x, y of `dim` values |x|^2 + |y|^2 - 2 x.y, as computed from squaredNorm()
/// and panelProducts(), and squaredDistance(x, y) differ by less than relative() * (|x|^2 + |y|^2) + absolute(), unless
/// a sum overflows. First-order bound of dot products in any order of summation: Higham, Accuracy and Stability of
/// Numerical Algorithms, sec. 3.1, with room for the rest; squares below the normal numbers lose up to half of the
/// smallest number each.
class ProductBound
{
public:
    explicit ProductBound(int dim);
    float relative() const { return m_relative; }
    float absolute() const { return m_absolute; }

    /// squaredDistance() is not below this: 0, which rules nothing out, where a sum has overflowed.
    float lowest(float squaredNormX, float squaredNormY, float product) const
    {
        const float bound = (1.0F - m_relative) * (squaredNormX + squaredNormY) - 2.0F * product - m_absolute;
        return bound <= std::numeric_limits<float>::max() ? bound : 0.0F;
    }

private:
    float m_relative;
    float m_absolute;
};

} // namespace patina
