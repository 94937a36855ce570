#include "core/network/window_stage.h"

#include "core/network/row_window.h"

#include <fmt/format.h>

#include <optional>
#include <vector>

namespace patina {

namespace {

/// Convolutions and poolings one after another, maybe with a shortcut.
class WindowStageWeights : public RowStageWeights
{
public:
    int outChannels() const override
    {
        int channels = 0;
        for (const WindowWeights &window : m_main)
            channels = window.outChannels(channels);
        return channels;
    }
    std::unique_ptr<RowStage> open(cv::Size &piece, cv::Size &whole, int threads) const override;

    StageSpec m_spec;
    std::vector<WindowWeights> m_main;
    std::optional<WindowWeights> m_projection;
};

class WindowStage : public RowStage
{
public:
    WindowStage(const WindowStageWeights &weights, cv::Size &piece, cv::Size &whole, int threads)
        : m_spec(&weights.m_spec)
    {
        if (weights.m_projection)
            m_projection.emplace(windowOf(*weights.m_projection, piece, whole, threads));
        for (const WindowWeights &window : weights.m_main) {
            m_main.push_back(windowOf(window, piece, whole, threads));
            piece = {ceilDiv(piece.width, window.spec.stride), ceilDiv(piece.height, window.spec.stride)};
            whole = {ceilDiv(whole.width, window.spec.stride), ceilDiv(whole.height, window.spec.stride)};
        }
        m_outputs.resize(m_main.size());
    }

    const RowBlock &push(const RowBlock &rows) override
    {
        const bool adds = m_spec->shortcut != Shortcut::None;
        if (m_projection) {
            m_projection->push(rows, m_projected, nullptr, Activation::None);
            m_waiting.append(m_projected);
        } else if (adds) {
            m_waiting.append(rows);
        }
        const RowBlock *current = &rows;
        for (std::size_t i = 0; i < m_main.size(); ++i) {
            const bool last = i + 1 == m_main.size();
            const Activation own = m_main[i].weights().spec.activation;
            m_main[i].push(*current, m_outputs[i], last && adds ? &m_waiting : nullptr,
                           last && adds ? m_spec->after : own);
            current = &m_outputs[i];
        }
        if (adds)
            m_waiting.dropFront(current->rows());
        return *current;
    }

private:
    static RowWindow windowOf(const WindowWeights &window, cv::Size piece, cv::Size whole, int threads)
    {
        const WindowSpec &spec = window.spec;
        return {window, axisGeometry(spec.padding, spec.kernel, spec.stride, piece.height, whole.height),
                axisGeometry(spec.padding, spec.kernel, spec.stride, piece.width, whole.width), threads};
    }

    const StageSpec *m_spec;
    std::optional<RowWindow> m_projection;
    std::vector<RowWindow> m_main;
    std::vector<RowBlock> m_outputs; ///< of each window
    RowBlock m_projected;
    RowBlock m_waiting; ///< the shortcut's rows, from the next output row on
};

std::unique_ptr<RowStage> WindowStageWeights::open(cv::Size &piece, cv::Size &whole, int threads) const
{
    return std::make_unique<WindowStage>(*this, piece, whole, threads);
}

} // namespace

Result<std::unique_ptr<RowStageWeights>> createWindowStage(const StageSpec &spec, const TensorArchive &tensors,
                                                           double normEpsilon, int inChannels)
{
    auto stage = std::make_unique<WindowStageWeights>();
    stage->m_spec = spec;
    int channels = inChannels;
    for (const WindowSpec &windowSpec : spec.main) {
        auto window = createWindow(windowSpec, tensors, normEpsilon, channels);
        if (!window)
            return failFrom(std::move(window));
        channels = window->outChannels(channels);
        stage->m_main.push_back(std::move(*window));
    }
    if (spec.shortcut == Shortcut::Projection) {
        auto window = createWindow(spec.projection, tensors, normEpsilon, inChannels);
        if (!window)
            return failFrom(std::move(window));
        stage->m_projection = std::move(*window);
    }
    const int added = stage->m_projection ? stage->m_projection->convolution.outChannels : inChannels;
    if (spec.shortcut != Shortcut::None && added != channels)
        return fail(ErrorCode::BadFormat,
                    fmt::format("the backbone's stage {} adds {} channels to {}", spec.name, added, channels));
    return stage;
}

} // namespace patina
