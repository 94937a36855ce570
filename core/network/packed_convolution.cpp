#include "core/network/packed_convolution.h"

#include "core/network/row_kernels.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina {

Result<FoldedConvolution> foldForKernels(const WindowSpec &spec, const TensorArchive &tensors, double normEpsilon,
                                         int inChannels)
{
    auto folded = foldConvolution(spec, tensors, normEpsilon);
    if (!folded)
        return folded;
    const int takes = spec.kind == WindowKind::Depthwise ? folded->outChannels : folded->inChannels;
    if (takes != inChannels)
        return fail(ErrorCode::BadFormat,
                    fmt::format("the backbone's tensor {}.weight takes {} channels, what comes in has {}", spec.weight,
                                takes, inChannels));
    if (folded->outChannels % channelsPerVector != 0 || spec.kernel > largestWindow)
        return fail(
            ErrorCode::Unsupported,
            fmt::format(
                "the convolution {} has {} output channels and {} rows: multiples of {} and up to {} can be run",
                spec.weight, folded->outChannels, spec.kernel, channelsPerVector, largestWindow));
    return folded;
}

PackedConvolution packConvolution(const FoldedConvolution &folded, int kernel, ChannelRange outs, ChannelRange ins)
{
    PackedConvolution packed{kernel, ins.count, outs.count, {}, {}};
    const auto area = static_cast<std::size_t>(kernel) * static_cast<std::size_t>(kernel);
    const auto allIns = static_cast<std::size_t>(folded.inChannels);
    packed.weight.reserve(static_cast<std::size_t>(outs.count) * static_cast<std::size_t>(ins.count) * area);
    for (int panel = 0; panel < outs.count; panel += channelsPerPanel) {
        const int width = std::min(channelsPerPanel, outs.count - panel);
        for (std::size_t tap = 0; tap < area; ++tap)
            for (int in = ins.first; in < ins.first + ins.count; ++in)
                for (int lane = 0; lane < width; ++lane) {
                    const std::size_t out = static_cast<std::size_t>(outs.first) + static_cast<std::size_t>(panel) +
                                            static_cast<std::size_t>(lane);
                    packed.weight.push_back(folded.weight[(out * allIns + static_cast<std::size_t>(in)) * area + tap]);
                }
    }
    packed.bias.assign(folded.bias.begin() + outs.first, folded.bias.begin() + outs.first + outs.count);
    return packed;
}

PackedConvolution packConvolution(const FoldedConvolution &folded, int kernel)
{
    return packConvolution(folded, kernel, {0, folded.outChannels}, {0, folded.inChannels});
}

std::vector<float> packDepthwise(const FoldedConvolution &folded, int kernel)
{
    const auto area = static_cast<std::size_t>(kernel) * static_cast<std::size_t>(kernel);
    const auto channels = static_cast<std::size_t>(folded.outChannels);
    std::vector<float> packed(area * channels);
    for (std::size_t channel = 0; channel < channels; ++channel)
        for (std::size_t tap = 0; tap < area; ++tap)
            packed[tap * channels + channel] = folded.weight[channel * area + tap];
    return packed;
}

} // namespace patina
