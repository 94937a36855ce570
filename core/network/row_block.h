#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace patina {

/// Whole rows of a layer on their way to the next, rows x columns x channels, channels innermost. The memory is used
/// again from strip to strip: it grows, it does not shrink.
class RowBlock
{
public:
    int rows() const { return m_rows; }
    int columns() const { return m_columns; }
    int channels() const { return m_channels; }
    std::size_t rowSize() const { return static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_channels); }

    /// Values of rows that were there before stay only if columns and channels do.
    void reshape(int rows, int columns, int channels)
    {
        m_rows = rows;
        m_columns = columns;
        m_channels = channels;
        m_values.resize(std::max(m_values.size(), static_cast<std::size_t>(rows) * rowSize()));
    }

    float *row(int index) { return m_values.data() + static_cast<std::size_t>(index) * rowSize(); }
    const float *row(int index) const { return m_values.data() + static_cast<std::size_t>(index) * rowSize(); }
    float *pixel(int index, int column) { return row(index) + std::ptrdiff_t{column} * m_channels; }
    const float *pixel(int index, int column) const { return row(index) + std::ptrdiff_t{column} * m_channels; }

    /// Adds rows of as many columns and channels at the end.
    void append(const RowBlock &rows)
    {
        const int first = m_rows;
        reshape(first + rows.m_rows, rows.m_columns, rows.m_channels);
        std::copy(rows.row(0), rows.row(rows.m_rows), row(first));
    }

    /// Drops the first rows; those behind them move up.
    void dropFront(int count)
    {
        std::copy(row(count), row(m_rows), row(0));
        m_rows -= count;
    }

private:
    int m_rows = 0;
    int m_columns = 0;
    int m_channels = 0;
    std::vector<float> m_values;
};

} // namespace patina
