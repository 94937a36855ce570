#include "core/base/system.h"
#include "core/network/planned_network.h"
#include "core/torch/tensor_stage.h"
#include "core/torch/torch_networks.h"

#include <fmt/format.h>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <exception>

namespace patina {

namespace {

constexpr auto channelsLast = at::MemoryFormat::ChannelsLast;

class TensorStream : public NetworkStream
{
public:
    TensorStream(const std::vector<TensorStageWeights> &stages, const std::vector<std::size_t> &tapStages,
                 const InputNormalisation &normalisation, cv::Size piece, cv::Size whole, at::Device device,
                 int threads)
        : m_tapStages(tapStages), m_normalisation(normalisation), m_device(device), m_threads(threads),
          m_emitted(tapStages.size(), 0)
    {
        for (const auto &stage : stages)
            m_stages.emplace_back(stage, piece, whole);
    }

    Result<std::vector<LayerRows>> push(const cv::Mat &rows, const JobContext &context) override
    {
        try {
            return run(rows, context);
        } catch (const std::exception &error) {
            return fail(ErrorCode::Internal, fmt::format("the backbone failed: {}", error.what()));
        }
    }

private:
    Result<std::vector<LayerRows>> run(const cv::Mat &rows, const JobContext &context)
    {
        // Thread counts and inference mode belong to the calling thread.
        const c10::InferenceMode inference;
        if (at::get_num_threads() != m_threads)
            at::set_num_threads(m_threads);
        std::vector<LayerRows> outputs(m_tapStages.size());
        at::Tensor current = at::empty({1, 3, rows.rows, rows.cols}, at::TensorOptions().memory_format(channelsLast));
        normaliseRows(rows, m_normalisation, current.data_ptr<float>(), m_threads);
        current = current.to(m_device);
        for (std::size_t i = 0; i < m_stages.size() && current.defined(); ++i) {
            if (context.cancelled())
                return cancelledError();
            current = m_stages[i].push(current);
            for (std::size_t tap = 0; current.defined() && tap < m_tapStages.size(); ++tap)
                if (m_tapStages[tap] == i)
                    outputs[tap] = toRows(current, m_emitted[tap]);
        }
        return outputs;
    }

    static LayerRows toRows(const at::Tensor &tensor, int &emitted)
    {
        LayerRows rows{emitted,
                       static_cast<int>(tensor.size(2)),
                       static_cast<int>(tensor.size(3)),
                       static_cast<int>(tensor.size(1)),
                       {}};
        emitted += rows.rows;
        const at::Tensor dense = tensor.contiguous(channelsLast).to(at::kCPU);
        const float *data = dense.data_ptr<float>();
        rows.values.assign(data, data + dense.numel());
        return rows;
    }

    std::vector<TensorStage> m_stages;
    std::vector<std::size_t> m_tapStages;
    InputNormalisation m_normalisation;
    at::Device m_device;
    int m_threads;
    std::vector<int> m_emitted;
};

class TensorNetwork : public PlannedNetwork
{
public:
    TensorNetwork(const std::string &device, int threads) : m_device(device), m_threads(effectiveThreads(threads)) {}

    Result<void> build(const Backbone &backbone, const std::vector<std::string> &layers)
    {
        const auto plan = planFor(backbone, layers);
        if (!plan)
            return tl::unexpected(plan.error());
        std::vector<int> channels;
        for (const auto &spec : plan->stages) {
            auto stage = buildStage(spec, backbone.tensors, plan->normEpsilon);
            if (!stage)
                return failFrom(std::move(stage));
            int width = channels.empty() ? 3 : channels.back();
            for (const auto &window : stage->main)
                width = window.outChannels(width);
            channels.push_back(width);
            m_stages.push_back(std::move(*stage));
        }
        setChannels(channels);
        return {};
    }

    std::unique_ptr<NetworkStream> open(cv::Size piece, cv::Size whole) const override
    {
        return std::make_unique<TensorStream>(m_stages, tapStages(), normalisation(), piece, whole, m_device,
                                              m_threads);
    }

private:
    Result<TensorStageWeights> buildStage(const StageSpec &spec, const TensorArchive &tensors, double epsilon) const
    {
        TensorStageWeights stage{spec, {}, std::nullopt};
        for (const auto &windowSpec : spec.main) {
            auto window = WindowOperator::create(windowSpec, tensors, epsilon, m_device.str());
            if (!window)
                return failFrom(std::move(window));
            stage.main.push_back(std::move(*window));
        }
        if (spec.shortcut == Shortcut::Projection) {
            auto window = WindowOperator::create(spec.projection, tensors, epsilon, m_device.str());
            if (!window)
                return failFrom(std::move(window));
            stage.projection = std::move(*window);
        }
        return stage;
    }

    at::Device m_device;
    int m_threads;
    std::vector<TensorStageWeights> m_stages;
};

} // namespace

Result<std::unique_ptr<FeatureNetwork>> tensorNetwork(const Backbone &backbone, const std::vector<std::string> &layers,
                                                      const std::string &device, int threads)
{
    try {
        auto network = std::make_unique<TensorNetwork>(device, threads);
        return network->build(backbone, layers).map([&]() -> std::unique_ptr<FeatureNetwork> {
            return std::move(network);
        });
    } catch (const std::exception &error) {
        return fail(ErrorCode::Internal, fmt::format("the backbone cannot be built: {}", error.what()));
    }
}

} // namespace patina
