#include "core/network/depthwise_stage.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace patina {

namespace {

constexpr int groupChannels = 48; ///< of the expanded channels: a few rows of a segment fit in a core's own cache

bool canBeRun(const StageSpec &spec)
{
    if (spec.main.size() != 3 || spec.shortcut == Shortcut::Projection)
        return false;
    const WindowSpec &filter = spec.main[1];
    const WindowSpec &project = spec.main[2];
    return spec.main[0].kind == WindowKind::Convolution && filter.kind == WindowKind::Depthwise &&
           (filter.kernel == 3 || filter.kernel == 5) && (filter.stride == 1 || filter.stride == 2) &&
           project.kind == WindowKind::Convolution && project.kernel == 1 && project.stride == 1;
}

AxisGeometry axisOf(const WindowSpec &spec, int piece, int whole)
{
    return axisGeometry(spec.padding, spec.kernel, spec.stride, piece, whole);
}

} // namespace

Result<std::unique_ptr<RowStageWeights>> DepthwiseWeights::create(const StageSpec &spec, const TensorArchive &tensors,
                                                                  double normEpsilon, int inChannels)
{
    if (!canBeRun(spec))
        return fail(ErrorCode::Unsupported,
                    fmt::format("the stage {} has depthwise convolutions in an order that is not built in", spec.name));
    std::vector<FoldedConvolution> folded;
    int channels = inChannels;
    for (const WindowSpec &window : spec.main) {
        auto weights = foldForKernels(window, tensors, normEpsilon, channels);
        if (!weights)
            return failFrom(std::move(weights));
        channels = weights->outChannels;
        folded.push_back(std::move(*weights));
    }
    const bool adds = spec.shortcut == Shortcut::Identity;
    if (adds && channels != inChannels)
        return fail(ErrorCode::BadFormat,
                    fmt::format("the backbone's stage {} adds {} channels to {}", spec.name, inChannels, channels));
    auto stage = std::make_unique<DepthwiseWeights>();
    stage->m_expand = spec.main[0];
    stage->m_depthwise = spec.main[1];
    stage->m_expanded = folded[1].outChannels;
    stage->m_weight = packDepthwise(folded[1], stage->m_depthwise.kernel);
    stage->m_bias = folded[1].bias;
    stage->m_projectBias = folded[2].bias;
    stage->m_adds = adds;
    stage->m_activation = adds ? spec.after : spec.main[2].activation;
    for (int first = 0; first < stage->m_expanded; first += groupChannels) {
        const ChannelRange group{first, std::min(groupChannels, stage->m_expanded - first)};
        stage->m_groups.push_back({group,
                                   packConvolution(folded[0], stage->m_expand.kernel, group, {0, folded[0].inChannels}),
                                   packConvolution(folded[2], 1, {0, folded[2].outChannels}, group)});
    }
    return stage;
}

std::unique_ptr<RowStage> DepthwiseWeights::open(cv::Size &piece, cv::Size &whole, int threads) const
{
    const AxisGeometry expanded[2] = {axisOf(m_expand, piece.height, whole.height),
                                      axisOf(m_expand, piece.width, whole.width)};
    whole = {ceilDiv(whole.width, m_expand.stride), ceilDiv(whole.height, m_expand.stride)};
    const AxisGeometry filtered[2] = {axisOf(m_depthwise, expanded[0].out, whole.height),
                                      axisOf(m_depthwise, expanded[1].out, whole.width)};
    whole = {ceilDiv(whole.width, m_depthwise.stride), ceilDiv(whole.height, m_depthwise.stride)};
    piece = {filtered[1].out, filtered[0].out};
    return std::make_unique<DepthwiseStage>(*this, expanded, filtered, threads);
}

} // namespace patina
