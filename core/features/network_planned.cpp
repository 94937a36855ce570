#include "core/base/system.h"
#include "core/features/feature_network.h"
#include "core/features/network_plan.h"
#include "core/features/row_stage.h"

#include <fmt/format.h>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <algorithm>
#include <exception>

namespace patina {

namespace {

constexpr auto channelsLast = at::MemoryFormat::ChannelsLast;

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
    static Result<Stage> buildStage(const StageSpec &spec, const TensorArchive &tensors, double epsilon)
    {
        Stage stage{spec, {}, std::nullopt};
        for (const auto &windowSpec : spec.main) {
            auto window = WindowOperator::create(windowSpec, tensors, epsilon);
            if (!window)
                return failFrom(std::move(window));
            stage.main.push_back(std::move(*window));
        }
        if (spec.shortcut == Shortcut::Projection) {
            auto window = WindowOperator::create(spec.projection, tensors, epsilon);
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
                stride *= window.spec().stride;
                width = window.outChannels(width);
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
