// The bodies of the kernels, compiled once for each kind of processor. The including file defines PATINA_KERNELS (the
// name of its table) and PATINA_TILE_SCALE. No function of the standard library is called here: a copy made for a newer
// processor could be the one that the linker keeps for all.
#pragma once

#include "core/base/unroll.h"
#include "core/network/row_kernels.h"

namespace patina {

namespace {

typedef float Vector __attribute__((vector_size(channelsPerVector * sizeof(float)), aligned(4)));

constexpr std::ptrdiff_t lanes = channelsPerVector;

inline Vector load(const float *values)
{
    return *reinterpret_cast<const Vector *>(values);
}

inline void store(float *values, Vector vector)
{
    *reinterpret_cast<Vector *>(values) = vector;
}

inline Vector splat(float value)
{
    return Vector{value, value, value, value, value, value, value, value};
}

template <Activation A>
inline Vector activated(Vector v)
{
    if constexpr (A != Activation::None)
        v = v > Vector{} ? v : Vector{};
    if constexpr (A == Activation::Relu6)
        v = v < splat(6.0F) ? v : splat(6.0F);
    return v;
}

/// `Pixels` outputs of `Vectors` * 8 channels, in registers.
template <int Pixels, int Vectors, Activation A>
inline void convolutionTile(const ConvolutionRow &row, const float *weight, int pixel, int channel)
{
    Vector sums[Pixels][Vectors];
    float *const out = row.out + pixel * row.outStep + channel;
    const std::ptrdiff_t outStep = row.outStep;
    const float *const start = row.bias != nullptr ? row.bias + channel : out;
    const std::ptrdiff_t startStep = row.bias != nullptr ? 0 : outStep;
    PATINA_UNROLL
    for (int p = 0; p < Pixels; ++p)
        PATINA_UNROLL
    for (int n = 0; n < Vectors; ++n)
        sums[p][n] = load(start + p * startStep + lanes * n);
    const std::ptrdiff_t step = row.pixelStep;
    const int runLength = row.runLength;
    for (int y = 0; y < row.kernelRows; ++y) {
        const float *in = row.rows[y] + pixel * step;
        for (int k = 0; k < runLength; ++k, weight += lanes * Vectors) {
            Vector weights[Vectors];
            PATINA_UNROLL
            for (int n = 0; n < Vectors; ++n)
                weights[n] = load(weight + lanes * n);
            PATINA_UNROLL
            for (int p = 0; p < Pixels; ++p) {
                const Vector value = splat(in[p * step + k]);
                PATINA_UNROLL
                for (int n = 0; n < Vectors; ++n)
                    sums[p][n] += value * weights[n];
            }
        }
    }
    if (row.added != nullptr) {
        const float *const added = row.added + pixel * row.addedStep + channel;
        PATINA_UNROLL
        for (int p = 0; p < Pixels; ++p)
            PATINA_UNROLL
        for (int n = 0; n < Vectors; ++n)
            sums[p][n] += load(added + p * row.addedStep + lanes * n);
    }
    PATINA_UNROLL
    for (int p = 0; p < Pixels; ++p)
        PATINA_UNROLL
    for (int n = 0; n < Vectors; ++n)
        store(out + p * outStep + lanes * n, activated<A>(sums[p][n]));
}

template <int Pixels, int Vectors, Activation A>
void convolutionPanel(const ConvolutionRow &row, const float *weight, int channel)
{
    int pixel = 0;
    for (; pixel + Pixels <= row.pixels; pixel += Pixels)
        convolutionTile<Pixels, Vectors, A>(row, weight, pixel, channel);
    if constexpr (Pixels > 2)
        for (; pixel + 2 <= row.pixels; pixel += 2)
            convolutionTile<2, Vectors, A>(row, weight, pixel, channel);
    for (; pixel < row.pixels; ++pixel)
        convolutionTile<1, Vectors, A>(row, weight, pixel, channel);
}

template <Activation A>
void convolutionPanels(const ConvolutionRow &row)
{
    const float *weight = row.weight;
    const std::ptrdiff_t inputs = std::ptrdiff_t{row.kernelRows} * row.runLength;
    int channel = 0;
    for (; channel + channelsPerPanel <= row.outChannels; channel += channelsPerPanel) {
        convolutionPanel<4 / PATINA_TILE_SCALE, 3, A>(row, weight, channel);
        weight += inputs * channelsPerPanel;
    }
    if (row.outChannels - channel == 2 * channelsPerVector)
        convolutionPanel<6 / PATINA_TILE_SCALE, 2, A>(row, weight, channel);
    else if (row.outChannels - channel == channelsPerVector)
        convolutionPanel<8 / PATINA_TILE_SCALE, 1, A>(row, weight, channel);
}

void convolution(const ConvolutionRow &row)
{
    switch (row.activation) {
    case Activation::None:
        return convolutionPanels<Activation::None>(row);
    case Activation::Relu:
        return convolutionPanels<Activation::Relu>(row);
    case Activation::Relu6:
        return convolutionPanels<Activation::Relu6>(row);
    }
}

/// `Pixels` neighbouring outputs of 8 channels; every input value is read once for all of them.
template <int Kernel, int Stride, int Pixels, Activation A>
inline void depthwiseTile(const ChannelwiseRow &row, int pixel, int channel)
{
    Vector sums[Pixels];
    PATINA_UNROLL
    for (int p = 0; p < Pixels; ++p)
        sums[p] = load(row.bias + channel);
    const std::ptrdiff_t step = row.pixelStep;
    const float *weight = row.weight + channel;
    for (int y = 0; y < Kernel; ++y, weight += std::ptrdiff_t{Kernel} * row.weightStep) {
        const float *in = row.rows[y] + std::ptrdiff_t{pixel} * Stride * step + channel;
        Vector weights[Kernel];
        PATINA_UNROLL
        for (int x = 0; x < Kernel; ++x)
            weights[x] = load(weight + x * row.weightStep);
        PATINA_UNROLL
        for (int column = 0; column < (Pixels - 1) * Stride + Kernel; ++column) {
            const Vector value = load(in + column * step);
            PATINA_UNROLL
            for (int p = 0; p < Pixels; ++p)
                if (column >= p * Stride && column < p * Stride + Kernel)
                    sums[p] += value * weights[column - p * Stride];
        }
    }
    PATINA_UNROLL
    for (int p = 0; p < Pixels; ++p)
        store(row.out + std::ptrdiff_t{pixel + p} * row.channels + channel, activated<A>(sums[p]));
}

template <int Kernel, int Stride, Activation A>
void depthwisePixels(const ChannelwiseRow &row)
{
    constexpr int together = 8 / PATINA_TILE_SCALE;
    int pixel = 0;
    for (; pixel + together <= row.pixels; pixel += together)
        for (int channel = 0; channel < row.channels; channel += channelsPerVector)
            depthwiseTile<Kernel, Stride, together, A>(row, pixel, channel);
    for (; pixel < row.pixels; ++pixel)
        for (int channel = 0; channel < row.channels; channel += channelsPerVector)
            depthwiseTile<Kernel, Stride, 1, A>(row, pixel, channel);
}

template <Activation A>
void depthwiseOf(const ChannelwiseRow &row)
{
    if (row.kernel == 3)
        row.stride == 1 ? depthwisePixels<3, 1, A>(row) : depthwisePixels<3, 2, A>(row);
    else
        row.stride == 1 ? depthwisePixels<5, 1, A>(row) : depthwisePixels<5, 2, A>(row);
}

void depthwise(const ChannelwiseRow &row)
{
    switch (row.activation) {
    case Activation::None:
        return depthwiseOf<Activation::None>(row);
    case Activation::Relu:
        return depthwiseOf<Activation::Relu>(row);
    case Activation::Relu6:
        return depthwiseOf<Activation::Relu6>(row);
    }
}

void maxPool(const ChannelwiseRow &row)
{
    for (int pixel = 0; pixel < row.pixels; ++pixel)
        for (int channel = 0; channel < row.channels; channel += channelsPerVector) {
            const std::ptrdiff_t first = std::ptrdiff_t{pixel} * row.stride * row.pixelStep + channel;
            Vector largest = load(row.rows[0] + first);
            for (int y = 0; y < row.kernel; ++y)
                for (int x = 0; x < row.kernel; ++x) {
                    const Vector value = load(row.rows[y] + first + x * row.pixelStep);
                    largest = value > largest ? value : largest;
                }
            store(row.out + std::ptrdiff_t{pixel} * row.channels + channel, largest);
        }
}

} // namespace

extern const RowKernels PATINA_KERNELS;
const RowKernels PATINA_KERNELS{convolution, depthwise, maxPool};

} // namespace patina
