#pragma once

#include "core/network/axis_geometry.h"
#include "core/network/row_block.h"

namespace patina {

/// What lies under a window that moves down a stream of rows: the rows of the input from the one that the next output
/// begins with, zero padding of the true borders included.
class RowGather
{
public:
    RowGather(int kernel, int stride, AxisGeometry rows, AxisGeometry columns)
        : m_kernel(kernel), m_stride(stride), m_rows(rows), m_columns(columns)
    {
    }

    int outColumns() const { return m_columns.out; }
    int outRows() const { return m_rows.out; }
    /// Output rows whose input is there, from the top of the image.
    int complete() const { return m_complete; }
    /// Output rows that have been taken.
    int taken() const { return m_taken; }

    /// Adds rows. \returns where the window of output row taken() begins: row 0, column 0. It stays until take().
    const RowBlock &push(const RowBlock &in);
    /// Output rows up to complete() are done.
    void take();

private:
    void append(const RowBlock &in);

    int m_kernel;
    int m_stride;
    AxisGeometry m_rows;
    AxisGeometry m_columns;
    RowBlock m_padded;
    int m_received = 0;
    int m_complete = 0;
    int m_taken = 0;
};

} // namespace patina
