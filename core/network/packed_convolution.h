#pragma once

#include "core/network/network_plan.h"

#include <vector>

namespace patina {

inline constexpr int largestWindow = 7; ///< rows and columns

/// Channels [first, first + count).
struct ChannelRange
{
    int first = 0;
    int count = 0;
};

/// Weights of a convolution, or of some of its channels, as the kernels read them: in panels of 24 output channels, the
/// last one of 8 or 16 where that is what is left; in a panel one row of output channels for each kernel row, kernel
/// column and input channel.
struct PackedConvolution
{
    int kernel = 1;
    int inChannels = 0;
    int outChannels = 0;
    std::vector<float> weight;
    std::vector<float> bias; ///< outChannels

    int runLength() const { return kernel * inChannels; }
};

/// foldConvolution() for the kernels. \param inChannels of what it will be given.
/// Errors: BadFormat (tensor missing or of another shape, named), Unsupported (output channels no multiple of 8, a
/// window of more than largestWindow rows).
Result<FoldedConvolution> foldForKernels(const WindowSpec &spec, const TensorArchive &tensors, double normEpsilon,
                                         int inChannels);

/// \param folded of a convolution that is not depthwise. \param outs a multiple of 8.
PackedConvolution packConvolution(const FoldedConvolution &folded, int kernel, ChannelRange outs, ChannelRange ins);
PackedConvolution packConvolution(const FoldedConvolution &folded, int kernel);

/// Weights of a depthwise convolution: kernel * kernel x channels.
std::vector<float> packDepthwise(const FoldedConvolution &folded, int kernel);

} // namespace patina
