#include "core/network/row_gather.h"

#include <algorithm>

namespace patina {

const RowBlock &RowGather::push(const RowBlock &in)
{
    const bool copies = m_kernel > 1 || m_stride > 1;
    if (copies && in.rows() > 0)
        append(in);
    m_received += in.rows();
    m_complete = completeOutputs(m_rows, m_kernel, m_stride, m_received);
    return copies ? m_padded : in;
}

void RowGather::take()
{
    m_padded.dropFront(std::min((m_complete - m_taken) * m_stride, m_padded.rows()));
    m_taken = m_complete;
}

void RowGather::append(const RowBlock &in)
{
    const int width = m_columns.padBefore + in.columns() + m_columns.padAfter;
    const int above = m_received == 0 ? m_rows.padBefore : 0;
    // A stride may go beyond what had come.
    const int skipped = std::clamp(m_taken * m_stride - m_rows.padBefore - m_received, 0, in.rows());
    const int below = m_received + in.rows() == m_rows.in ? m_rows.padAfter : 0;
    int row = m_padded.rows();
    m_padded.reshape(row + above + in.rows() - skipped + below, width, in.channels());
    const auto channels = static_cast<std::size_t>(in.channels());
    for (int i = 0; i < above; ++i)
        std::fill_n(m_padded.row(row++), m_padded.rowSize(), 0.0F);
    for (int i = skipped; i < in.rows(); ++i) {
        float *to = std::fill_n(m_padded.row(row++), static_cast<std::size_t>(m_columns.padBefore) * channels, 0.0F);
        to = std::copy_n(in.row(i), in.rowSize(), to);
        std::fill_n(to, static_cast<std::size_t>(m_columns.padAfter) * channels, 0.0F);
    }
    for (int i = 0; i < below; ++i)
        std::fill_n(m_padded.row(row++), m_padded.rowSize(), 0.0F);
}

} // namespace patina
