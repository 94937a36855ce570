#pragma once

#include "core/network/packed_convolution.h"
#include "core/network/row_gather.h"
#include "core/network/row_stage.h"

#include <vector>

namespace patina {

/// Some of the channels between the convolutions, with the weights that make and use them.
struct ChannelGroup
{
    ChannelRange channels;
    PackedConvolution expand;
    PackedConvolution project; ///< its part of the sums; the bias goes with the first group
};

/// A convolution that expands, a depthwise one, and one of 1x1 that projects: the inverted residual (Sandler et al.
/// 2018, MobileNetV2), and the stem of EfficientNet with its first block.
class DepthwiseWeights : public RowStageWeights
{
public:
    /// Errors: those of createRowStage.
    static Result<std::unique_ptr<RowStageWeights>> create(const StageSpec &spec, const TensorArchive &tensors,
                                                           double normEpsilon, int inChannels);

    int outChannels() const override { return static_cast<int>(m_projectBias.size()); }
    std::unique_ptr<RowStage> open(cv::Size &piece, cv::Size &whole, int threads) const override;

private:
    friend class DepthwiseStage;

    WindowSpec m_expand;
    WindowSpec m_depthwise;
    int m_expanded = 0; ///< channels between the convolutions
    std::vector<ChannelGroup> m_groups;
    std::vector<float> m_weight; ///< depthwise, kernel * kernel x expanded
    std::vector<float> m_bias;
    std::vector<float> m_projectBias;
    Activation m_activation = Activation::None; ///< of what goes out
    bool m_adds = false;                        ///< the input is added to the output
};

/// The three in one pass: what lies between, six times as wide as what goes in and out, never leaves the cache. The
/// width is cut into segments, which one thread each works on, the expanded channels into groups. Each segment keeps
/// the last expanded rows of each group in a ring, as many as the depthwise kernel has; neighbouring segments expand
/// the few columns that both depend on twice.
class DepthwiseStage : public RowStage
{
public:
    /// \param expanded of the expanding convolution and \param filtered of the depthwise one: rows and columns.
    DepthwiseStage(const DepthwiseWeights &weights, const AxisGeometry (&expanded)[2],
                   const AxisGeometry (&filtered)[2], int threads);

    const RowBlock &push(const RowBlock &rows) override;

private:
    /// One piece of the width.
    struct Segment
    {
        int first = 0;
        int end = 0;  ///< output columns
        int left = 0; ///< expanded column under the first kernel column of the first output, maybe in the padding
        int span = 0; ///< expanded columns that the outputs depend on
        std::vector<std::vector<float>> rings; ///< of each group: kernel rows x span x channels
    };
    void prepare();
    void runGroup(const RowBlock &padded, Segment &segment, std::size_t group);
    void expandRow(const RowBlock &padded, const Segment &segment, const ChannelGroup &group, int row,
                   float *out) const;
    void depthwiseRow(const Segment &segment, const ChannelGroup &group, int output, const float *ring,
                      const float *zeros, float *out) const;
    void projectRow(const Segment &segment, std::size_t group, int output, const float *in);

    const DepthwiseWeights *m_weights;
    int m_threads;
    AxisGeometry m_rows; ///< of the depthwise convolution
    AxisGeometry m_columns;
    RowGather m_gather;              ///< what the expanding convolution sees
    std::vector<Segment> m_segments; ///< made by the first push
    std::vector<float> m_scratch;    ///< for each thread a row of zeros and a filtered row, of m_largestRow values
    std::size_t m_largestRow = 0;
    RowBlock m_output;
    RowBlock m_waiting; ///< input rows from the next output row on, where they are added
    int m_delivered = 0;
    int m_outputEnd = 0; ///< output rows complete after this push
};

} // namespace patina
