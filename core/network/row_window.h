#pragma once

#include "core/network/packed_convolution.h"
#include "core/network/row_block.h"
#include "core/network/row_gather.h"

namespace patina {

/// A convolution, not depthwise, or a max-pooling with its weights.
struct WindowWeights
{
    WindowSpec spec;
    PackedConvolution convolution; ///< unused by a pooling

    int outChannels(int inChannels) const
    {
        return spec.kind == WindowKind::MaxPool ? inChannels : convolution.outChannels;
    }
};

/// Errors: those of foldForKernels.
Result<WindowWeights> createWindow(const WindowSpec &spec, const TensorArchive &tensors, double normEpsilon,
                                   int inChannels);

/// One such layer in a stream: keeps the rows of its input that later outputs still need.
class RowWindow
{
public:
    /// \param weights must outlive it.
    RowWindow(const WindowWeights &weights, AxisGeometry rows, AxisGeometry columns, int threads)
        : m_weights(&weights), m_gather(weights.spec.kernel, weights.spec.stride, rows, columns), m_threads(threads)
    {
    }

    const WindowWeights &weights() const { return *m_weights; }

    /// \param out the output rows that are now complete. \param added as many rows or more, which are added before
    /// `activation` is applied; null: none.
    void push(const RowBlock &in, RowBlock &out, const RowBlock *added, Activation activation);

private:
    /// Output pixels that one thread computes at a time.
    struct Segment
    {
        int row;
        int column;
        int columns;
    };
    void compute(const RowBlock &padded, RowBlock &out, const Segment &segment, const RowBlock *added,
                 Activation activation) const;

    const WindowWeights *m_weights;
    RowGather m_gather;
    int m_threads;
};

/// Columns that one thread computes at a time: all of `columns` in pieces of `most` or fewer, for every thread one
/// where that leaves pieces worth starting.
int segmentColumns(int columns, int most, int threads);

} // namespace patina
