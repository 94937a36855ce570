#pragma once

#include "core/base/feature_matrix.h"

#include <array>
#include <cstdint>
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

/// Sum of squares, within productError() of the true one.
float squaredNorm(const float *row, int dim);

/// Products of four rows with the sixteen of a panel: products[i * 16 + j] = rows[i] . panel[j], within
/// productError() times the norms. Their last bits differ between processors: they rule out, squaredDistance() decides.
void panelProducts(const std::array<const float *, 4> &rows, const float *panel, int dim, float *products);

/// For any x, y of `dim` values: |x|^2 + |y|^2 - 2 x.y as computed from squaredNorm() and panelProducts(), and
/// squaredDistance(x, y), differ by less than this times (|x|^2 + |y|^2). First-order bound of dot products in any
/// order of summation: Higham, Accuracy and Stability of Numerical Algorithms, sec. 3.1, with room for the rest.
float productError(int dim);

} // namespace patina
