#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace patina {

/// Of a matrix that is read from a file.
inline constexpr std::int64_t mostColumns = 1 << 20;

/// With this part of the rows that will come, memory is reserved for all of them.
inline constexpr std::int64_t shareToReserveAll = 8;

/// Row-major rows x dim float32: one embedding per row.
/// Invariant: values.size() == rows * dim.
class FeatureMatrix
{
public:
    FeatureMatrix() = default;
    FeatureMatrix(std::int64_t rows, int dim)
        : m_rows(rows), m_dim(dim), m_values(static_cast<std::size_t>(rows) * static_cast<std::size_t>(dim))
    {
    }

    std::int64_t rows() const { return m_rows; }
    int dim() const { return m_dim; }
    bool empty() const { return m_rows == 0; }

    std::span<float> row(std::int64_t i) { return {data() + offset(i), static_cast<std::size_t>(m_dim)}; }
    std::span<const float> row(std::int64_t i) const { return {data() + offset(i), static_cast<std::size_t>(m_dim)}; }
    float *data() { return m_values.data(); }
    const float *data() const { return m_values.data(); }
    std::span<const float> values() const { return m_values; }

    /// Appends one row of dim() values; the first append to an empty 0-dim matrix sets dim().
    void appendRow(std::span<const float> values)
    {
        if (m_rows == 0 && m_dim == 0)
            m_dim = static_cast<int>(values.size());
        m_values.insert(m_values.end(), values.begin(), values.end());
        ++m_rows;
    }
    /// Appends all rows of `other`, which has the same dim(); any dim() where this matrix is empty.
    void appendRows(const FeatureMatrix &other)
    {
        if (m_rows == 0)
            m_dim = other.m_dim;
        m_values.insert(m_values.end(), other.m_values.begin(), other.m_values.end());
        m_rows += other.m_rows;
    }
    /// Drops rows at the end, or adds rows of zeros; dim() and the memory stay.
    void resize(std::int64_t rows)
    {
        m_values.resize(offset(rows));
        m_rows = rows;
    }
    void clear() { resize(0); }
    void reserve(std::int64_t rows) { m_values.reserve(offset(rows)); }

    bool operator==(const FeatureMatrix &) const = default;

private:
    std::size_t offset(std::int64_t i) const { return static_cast<std::size_t>(i) * static_cast<std::size_t>(m_dim); }

    std::int64_t m_rows = 0;
    int m_dim = 0;
    std::vector<float> m_values;
};

/// First row that holds a value that is not finite; none where all are.
std::optional<std::int64_t> firstNonFiniteRow(const FeatureMatrix &matrix);

/// Where a patch came from. `image` indexes the list of training images in the model; row and column count patches.
struct PatchRef
{
    std::int32_t dataset = 0; ///< data set version, counted from 0 in the order a bank has seen them
    std::int32_t image = 0;
    std::int32_t row = 0;
    std::int32_t column = 0;

    bool operator==(const PatchRef &) const = default;
    auto operator<=>(const PatchRef &) const = default;
};

inline bool sameImage(const PatchRef &a, const PatchRef &b)
{
    return a.dataset == b.dataset && a.image == b.image;
}

/// The patches of one image: a grid of rows x columns, patch (r, c) centred at ((c + 0.5) * stridePx, (r + 0.5) *
/// stridePx).
struct PatchGrid
{
    int rows = 0;
    int columns = 0;
    int stridePx = 8;

    std::int64_t count() const { return static_cast<std::int64_t>(rows) * columns; }
    bool operator==(const PatchGrid &) const = default;
};

} // namespace patina
