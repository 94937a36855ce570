#include "core/base/system.h"
#include "core/features/feature_network.h"
#include "core/features/network_plan.h"

#include <fmt/format.h>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <algorithm>
#include <array>
#include <exception>
#include <optional>

namespace patina {

namespace {

constexpr auto channelsLast = at::MemoryFormat::ChannelsLast;

/// Output columns that one thread computes at a time. Operators run on one thread each: LibTorch sums in another order
/// on one thread than on several, and features have to be the same bits on any number of them.
constexpr std::int64_t segmentColumns = 64;

/// A convolution or pooling with its weights, shared by all streams.
struct Window
{
    WindowSpec spec;
    at::Tensor weight;
    at::Tensor bias;
    std::int64_t groups = 1;

    /// \param input 1 x C x h x w, padded already, channels last. The segments do not depend on the threads.
    at::Tensor apply(const at::Tensor &input, int threads) const
    {
        const std::int64_t rows = (input.size(2) - spec.kernel) / spec.stride + 1;
        const std::int64_t columns = (input.size(3) - spec.kernel) / spec.stride + 1;
        const std::int64_t channels = weight.defined() ? weight.size(0) : input.size(1);
        at::Tensor output = at::empty({1, channels, rows, columns}, input.options().memory_format(channelsLast));
        std::exception_ptr failure;
#pragma omp parallel for schedule(dynamic, 1) num_threads(threads)
        for (std::int64_t first = 0; first < columns; first += segmentColumns) {
            try {
                const c10::InferenceMode inference; // belongs to the thread
                const std::int64_t count = std::min(segmentColumns, columns - first);
                const at::Tensor seen = input.narrow(3, first * spec.stride, (count - 1) * spec.stride + spec.kernel);
                output.narrow(3, first, count).copy_(applyTo(seen.contiguous(channelsLast)));
            } catch (...) {
#pragma omp critical
                failure = std::current_exception();
            }
        }
        if (failure)
            std::rethrow_exception(failure);
        return output;
    }

private:
    at::Tensor applyTo(const at::Tensor &input) const
    {
        // An IntArrayRef owns nothing: what it points to has to live on.
        const std::array<std::int64_t, 2> stride{spec.stride, spec.stride};
        if (spec.kind == WindowKind::MaxPool)
            return at::max_pool2d(input, at::IntArrayRef{spec.kernel, spec.kernel}, stride);
        at::Tensor output =
            at::conv2d(input, weight, bias, stride, at::IntArrayRef{0, 0}, at::IntArrayRef{1, 1}, groups);
        if (spec.activation == Activation::Relu6)
            output.clamp_(0, 6);
        else if (spec.activation == Activation::Relu)
            output.relu_();
        return output;
    }
};

struct Stage
{
    StageSpec spec;
    std::vector<Window> main;
    std::optional<Window> projection;
};

/// One windowed layer in a stream: keeps the rows of its input that later outputs still need.
class RowWindow
{
public:
    RowWindow(const Window &window, AxisGeometry rows, AxisGeometry columns, int threads)
        : m_window(&window), m_rows(rows), m_columns(columns), m_threads(threads)
    {
    }

    /// \returns the new output rows, or an undefined tensor where there are none yet.
    at::Tensor push(const at::Tensor &rows)
    {
        const int kernel = m_window->spec.kernel;
        const int stride = m_window->spec.stride;
        if (!rows.defined() || (kernel == 1 && stride == 1))
            return rows.defined() ? m_window->apply(rows, m_threads) : rows;
        at::Tensor buffer = gather(rows);
        const auto have = static_cast<int>(buffer.size(2));
        const int outputs = have < kernel ? 0 : (have - kernel) / stride + 1;
        const int used = outputs * stride;
        m_skip = std::max(0, used - have);
        m_rest = used < have ? buffer.narrow(2, used, have - used) : at::Tensor();
        return outputs > 0 ? m_window->apply(buffer, m_threads) : at::Tensor();
    }

private:
    /// The kept rows, the new ones and the zero padding of the true borders, in one channels-last tensor.
    at::Tensor gather(const at::Tensor &rows)
    {
        const bool first = m_received == 0;
        m_received += static_cast<int>(rows.size(2));
        const auto skipped = std::min<std::int64_t>(m_skip, rows.size(2));
        const at::Tensor fresh = rows.narrow(2, skipped, rows.size(2) - skipped);
        const std::int64_t before = first ? m_rows.padBefore : 0;
        const std::int64_t kept = m_rest.defined() ? m_rest.size(2) : 0;
        const std::int64_t after = m_received == m_rows.in ? m_rows.padAfter : 0;
        const std::int64_t width = m_columns.padBefore + rows.size(3) + m_columns.padAfter;
        at::Tensor buffer = at::empty({1, rows.size(1), before + kept + fresh.size(2) + after, width},
                                      rows.options().memory_format(channelsLast));
        if (before > 0)
            buffer.narrow(2, 0, before).zero_();
        if (kept > 0)
            buffer.narrow(2, before, kept).copy_(m_rest);
        at::Tensor middle = buffer.narrow(2, before + kept, fresh.size(2));
        if (m_columns.padBefore > 0)
            middle.narrow(3, 0, m_columns.padBefore).zero_();
        if (m_columns.padAfter > 0)
            middle.narrow(3, width - m_columns.padAfter, m_columns.padAfter).zero_();
        middle.narrow(3, m_columns.padBefore, rows.size(3)).copy_(fresh);
        if (after > 0)
            buffer.narrow(2, buffer.size(2) - after, after).zero_();
        return buffer;
    }

    const Window *m_window;
    AxisGeometry m_rows;
    AxisGeometry m_columns;
    int m_threads;
    at::Tensor m_rest;
    int m_received = 0;
    int m_skip = 0; ///< rows to pass over: the stride went beyond the last kept row
};

/// A stage in a stream. The shortcut's rows wait until the main path has caught up with them.
class RowStage
{
public:
    RowStage(const Stage &stage, cv::Size &piece, cv::Size &whole, int threads) : m_stage(&stage)
    {
        if (stage.projection)
            m_projection.emplace(window(*stage.projection, piece, whole, threads));
        for (const auto &layer : stage.main) {
            m_main.push_back(window(layer, piece, whole, threads));
            piece = {ceilDiv(piece.width, layer.spec.stride), ceilDiv(piece.height, layer.spec.stride)};
            whole = {ceilDiv(whole.width, layer.spec.stride), ceilDiv(whole.height, layer.spec.stride)};
        }
    }

    at::Tensor push(const at::Tensor &rows)
    {
        if (m_stage->spec.shortcut != Shortcut::None)
            wait(m_projection ? m_projection->push(rows) : rows);
        at::Tensor output = rows;
        for (auto &layer : m_main)
            output = layer.push(output);
        if (!output.defined() || m_stage->spec.shortcut == Shortcut::None)
            return output;
        const std::int64_t ready = output.size(2);
        output.add_(m_waiting.narrow(2, 0, ready));
        m_waiting = m_waiting.narrow(2, ready, m_waiting.size(2) - ready);
        if (m_stage->spec.after == Activation::Relu)
            output.relu_();
        return output;
    }

private:
    static RowWindow window(const Window &layer, cv::Size piece, cv::Size whole, int threads)
    {
        const auto &spec = layer.spec;
        return {layer, axisGeometry(spec.padding, spec.kernel, spec.stride, piece.height, whole.height),
                axisGeometry(spec.padding, spec.kernel, spec.stride, piece.width, whole.width), threads};
    }

    void wait(const at::Tensor &rows)
    {
        if (!rows.defined())
            return;
        const bool none = !m_waiting.defined() || m_waiting.size(2) == 0;
        m_waiting = none ? rows : at::cat({m_waiting, rows}, 2).contiguous(channelsLast);
    }

    const Stage *m_stage;
    std::vector<RowWindow> m_main;
    std::optional<RowWindow> m_projection;
    at::Tensor m_waiting;
};

class PlannedStream : public NetworkStream
{
public:
    PlannedStream(const std::vector<Stage> &stages, std::vector<std::size_t> tapStages,
                  InputNormalisation normalisation, cv::Size piece, cv::Size whole, int threads)
        : m_tapStages(std::move(tapStages)), m_normalisation(normalisation), m_emitted(m_tapStages.size(), 0)
    {
        for (const auto &stage : stages)
            m_stages.emplace_back(stage, piece, whole, threads);
    }

    Result<std::vector<LayerRows>> push(const cv::Mat &rows) override
    {
        try {
            return run(rows);
        } catch (const std::exception &error) {
            return fail(ErrorCode::Internal, fmt::format("the backbone failed: {}", error.what()));
        }
    }

private:
    Result<std::vector<LayerRows>> run(const cv::Mat &rows)
    {
        // Thread counts and inference mode belong to the calling thread.
        const c10::InferenceMode inference;
        if (at::get_num_threads() != 1)
            at::set_num_threads(1);
        std::vector<LayerRows> outputs(m_tapStages.size());
        at::Tensor current = input(rows);
        for (std::size_t i = 0; i < m_stages.size() && current.defined(); ++i) {
            current = m_stages[i].push(current);
            for (std::size_t tap = 0; current.defined() && tap < m_tapStages.size(); ++tap)
                if (m_tapStages[tap] == i)
                    outputs[tap] = toRows(current, m_emitted[tap]);
        }
        return outputs;
    }

    at::Tensor input(const cv::Mat &rows) const
    {
        at::Tensor tensor = at::empty({1, 3, rows.rows, rows.cols}, at::TensorOptions().memory_format(channelsLast));
        float *out = tensor.data_ptr<float>();
        for (int y = 0; y < rows.rows; ++y) {
            const auto *in = rows.ptr<cv::Vec3f>(y);
            for (int x = 0; x < rows.cols; ++x, out += 3)
                for (int c = 0; c < 3; ++c) {
                    const auto channel = static_cast<std::size_t>(c);
                    out[c] = (in[x][m_normalisation.bgr ? 2 - c : c] - m_normalisation.mean[channel]) /
                             m_normalisation.deviation[channel];
                }
        }
        return tensor;
    }

    static LayerRows toRows(const at::Tensor &tensor, int &emitted)
    {
        LayerRows rows;
        rows.firstRow = emitted;
        rows.rows = static_cast<int>(tensor.size(2));
        rows.columns = static_cast<int>(tensor.size(3));
        rows.channels = static_cast<int>(tensor.size(1));
        emitted += rows.rows;
        const at::Tensor dense = tensor.contiguous(channelsLast);
        const float *data = dense.data_ptr<float>();
        rows.values.assign(data, data + dense.numel());
        return rows;
    }

    std::vector<RowStage> m_stages;
    std::vector<std::size_t> m_tapStages;
    InputNormalisation m_normalisation;
    std::vector<int> m_emitted;
};

class PlannedNetwork : public FeatureNetwork
{
public:
    Result<void> build(const Backbone &backbone, const std::vector<std::string> &layers, int threads)
    {
        auto plan = networkPlan(backbone.info.architecture).and_then([&](NetworkPlan &&whole) {
            return truncatedPlan(std::move(whole), layers);
        });
        if (!plan)
            return failFrom(std::move(plan));
        m_normalisation = backbone.info.normalisation;
        m_threads = effectiveThreads(threads);
        m_alignment = planStridePx(*plan);
        m_halo = planHaloPx(*plan, m_alignment);
        for (const auto &spec : plan->stages) {
            auto stage = buildStage(spec, backbone.tensors, plan->normEpsilon);
            if (!stage)
                return failFrom(std::move(stage));
            m_stages.push_back(std::move(*stage));
        }
        findTaps(*plan, layers);
        return {};
    }

    const std::vector<BackboneLayer> &taps() const override { return m_taps; }
    int haloPx() const override { return m_halo; }
    int alignmentPx() const override { return m_alignment; }
    bool streams() const override { return true; }

    std::unique_ptr<NetworkStream> open(cv::Size piece, cv::Size whole) const override
    {
        return std::make_unique<PlannedStream>(m_stages, m_tapStages, m_normalisation, piece, whole, m_threads);
    }

private:
    static Result<Window> buildWindow(const WindowSpec &spec, const TensorArchive &tensors, double epsilon)
    {
        Window window{spec, {}, {}, 1};
        if (spec.kind == WindowKind::MaxPool)
            return window;
        auto folded = foldConvolution(spec, tensors, epsilon);
        if (!folded)
            return failFrom(std::move(folded));
        window.groups = spec.kind == WindowKind::Depthwise ? folded->outChannels : 1;
        window.weight =
            at::from_blob(folded->weight.data(), {folded->outChannels, folded->inChannels, spec.kernel, spec.kernel})
                .contiguous(channelsLast)
                .clone();
        window.bias = at::from_blob(folded->bias.data(), {folded->outChannels}).clone();
        return window;
    }

    static Result<Stage> buildStage(const StageSpec &spec, const TensorArchive &tensors, double epsilon)
    {
        Stage stage{spec, {}, std::nullopt};
        for (const auto &windowSpec : spec.main) {
            auto window = buildWindow(windowSpec, tensors, epsilon);
            if (!window)
                return failFrom(std::move(window));
            stage.main.push_back(std::move(*window));
        }
        if (spec.shortcut == Shortcut::Projection) {
            auto window = buildWindow(spec.projection, tensors, epsilon);
            if (!window)
                return failFrom(std::move(window));
            stage.projection = std::move(*window);
        }
        return stage;
    }

    void findTaps(const NetworkPlan &plan, const std::vector<std::string> &layers)
    {
        std::vector<int> strides;
        std::vector<int> channels;
        int stride = 1;
        int width = 3;
        for (const auto &stage : m_stages) {
            for (const auto &window : stage.main) {
                stride *= window.spec.stride;
                width = window.weight.defined() ? static_cast<int>(window.weight.size(0)) : width;
            }
            strides.push_back(stride);
            channels.push_back(width);
        }
        for (const auto &layer : layers) {
            const auto found = std::ranges::find(plan.stages, layer, &StageSpec::name);
            const auto index = static_cast<std::size_t>(found - plan.stages.begin());
            m_tapStages.push_back(index);
            m_taps.push_back({layer, strides[index], channels[index]});
        }
    }

    std::vector<Stage> m_stages;
    std::vector<std::size_t> m_tapStages;
    std::vector<BackboneLayer> m_taps;
    InputNormalisation m_normalisation;
    int m_threads = 1;
    int m_alignment = 1;
    int m_halo = 0;
};

} // namespace

Result<std::unique_ptr<FeatureNetwork>> createPlannedNetwork(const Backbone &backbone,
                                                             const std::vector<std::string> &layers, int threads)
{
    try {
        auto network = std::make_unique<PlannedNetwork>();
        return network->build(backbone, layers, threads).map([&]() -> std::unique_ptr<FeatureNetwork> {
            return std::move(network);
        });
    } catch (const std::exception &error) {
        return fail(ErrorCode::Internal, fmt::format("the backbone cannot be built: {}", error.what()));
    }
}

} // namespace patina
