#pragma once

#include "core/network/activation.h"

#include <cstddef>

namespace patina {

/// What a kernel needs of one row of a convolution. All values are float32, channels innermost.
struct ConvolutionRow
{
    const float *const *rows = nullptr; ///< per kernel row the value under the first output pixel's first weight
    int kernelRows = 1;
    int runLength = 1;             ///< kernel columns * input channels: values in a row that an output pixel depends on
    std::ptrdiff_t pixelStep = 1;  ///< values from one output pixel's run to the next one's
    const float *weight = nullptr; ///< packed, see PackedConvolution
    const float *bias = nullptr;   ///< one an output channel; null: the sums begin with what `out` holds
    int outChannels = 0;           ///< a multiple of channelsPerVector
    int pixels = 0;
    float *out = nullptr; ///< pixels x outChannels
    std::ptrdiff_t outStep = 0;
    const float *added = nullptr; ///< added before the activation; null: nothing is
    std::ptrdiff_t addedStep = 0;
    Activation activation = Activation::None;
};

/// One row of a depthwise convolution or of a max-pooling (weight and bias null).
struct ChannelwiseRow
{
    const float *const *rows = nullptr; ///< per kernel row the first value under the first output pixel
    int kernel = 1;                     ///< rows and columns
    int stride = 1;
    int channels = 0;              ///< a multiple of channelsPerVector
    std::ptrdiff_t pixelStep = 0;  ///< values from one input pixel to the next
    const float *weight = nullptr; ///< kernel * kernel x channels, weightStep values apart
    std::ptrdiff_t weightStep = 0;
    const float *bias = nullptr;
    int pixels = 0;
    float *out = nullptr; ///< pixels x channels, dense
    Activation activation = Activation::None;
};

inline constexpr int channelsPerVector = 8;
/// Output channels of a full panel of packed weights; what is left over has a panel of 8 or 16.
inline constexpr int channelsPerPanel = 24;

/// The inner loops of the networks, for one processor. Every output value is one chain of multiply-adds in the order
/// of kernel rows, columns and input channels, whatever the number of pixels: how an image is cut up changes no bit.
struct RowKernels
{
    void (*convolution)(const ConvolutionRow &);
    void (*depthwise)(const ChannelwiseRow &);
    void (*maxPool)(const ChannelwiseRow &);
};

/// With fused multiply-adds, vectors of eight; only where supported.
extern const RowKernels avx2Kernels;
/// For any processor. Products are rounded before they are added: the last bits differ from those of avx2Kernels.
extern const RowKernels baselineKernels;

/// The fastest that this processor can run.
const RowKernels &rowKernels();

} // namespace patina
