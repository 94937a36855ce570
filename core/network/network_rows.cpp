#include "core/base/system.h"
#include "core/network/planned_network.h"
#include "core/network/row_stage.h"

#include <fmt/format.h>

#include <exception>
#include <utility>

namespace patina {

namespace {

using Stages = std::vector<std::unique_ptr<RowStageWeights>>;

class RowStream : public NetworkStream
{
public:
    RowStream(const Stages &stages, const std::vector<std::size_t> &tapStages, const InputNormalisation &normalisation,
              cv::Size piece, cv::Size whole, int threads)
        : m_tapStages(tapStages), m_normalisation(normalisation), m_threads(threads), m_emitted(tapStages.size(), 0)
    {
        for (const auto &stage : stages)
            m_stages.push_back(stage->open(piece, whole, threads));
    }

    Result<std::vector<LayerRows>> push(const cv::Mat &rows, const JobContext &context) override
    {
        try {
            return run(rows, context);
        } catch (const std::exception &error) {
            return fail(ErrorCode::OutOfMemory, fmt::format("no memory for {} rows of {} px in the backbone: {}",
                                                            rows.rows, rows.cols, error.what()));
        }
    }

private:
    Result<std::vector<LayerRows>> run(const cv::Mat &rows, const JobContext &context)
    {
        m_input.reshape(rows.rows, rows.cols, 3);
        normaliseRows(rows, m_normalisation, m_input.row(0), m_threads);
        std::vector<LayerRows> outputs(m_tapStages.size());
        const RowBlock *current = &m_input;
        for (std::size_t i = 0; i < m_stages.size(); ++i) {
            if (context.cancelled())
                return cancelledError();
            current = &m_stages[i]->push(*current);
            for (std::size_t tap = 0; tap < m_tapStages.size(); ++tap)
                if (m_tapStages[tap] == i)
                    outputs[tap] = tapped(*current, m_emitted[tap]);
        }
        return outputs;
    }

    static LayerRows tapped(const RowBlock &block, int &emitted)
    {
        LayerRows rows{emitted, block.rows(), block.columns(), block.channels(), {}};
        emitted += rows.rows;
        rows.values.assign(block.row(0), block.row(block.rows()));
        return rows;
    }

    std::vector<std::unique_ptr<RowStage>> m_stages;
    std::vector<std::size_t> m_tapStages;
    InputNormalisation m_normalisation;
    int m_threads;
    RowBlock m_input;
    std::vector<int> m_emitted;
};

class RowNetwork : public PlannedNetwork
{
public:
    Result<void> build(const Backbone &backbone, const std::vector<std::string> &layers, int threads,
                       const JobContext &context)
    {
        const auto plan = planFor(backbone, layers);
        if (!plan)
            return tl::unexpected(plan.error());
        m_threads = effectiveThreads(threads);
        std::vector<int> channels;
        for (const StageSpec &spec : plan->stages) {
            if (context.cancelled())
                return cancelledError();
            auto stage =
                createRowStage(spec, backbone.tensors, plan->normEpsilon, channels.empty() ? 3 : channels.back());
            if (!stage)
                return failFrom(std::move(stage));
            channels.push_back((*stage)->outChannels());
            m_stages.push_back(std::move(*stage));
        }
        setChannels(channels);
        return {};
    }

    std::unique_ptr<NetworkStream> open(cv::Size piece, cv::Size whole) const override
    {
        return std::make_unique<RowStream>(m_stages, tapStages(), normalisation(), piece, whole, m_threads);
    }

private:
    Stages m_stages;
    int m_threads = 1;
};

} // namespace

Result<std::unique_ptr<FeatureNetwork>> createRowNetwork(const Backbone &backbone,
                                                         const std::vector<std::string> &layers, int threads,
                                                         const JobContext &context)
{
    auto network = std::make_unique<RowNetwork>();
    return network->build(backbone, layers, threads, context).map([&]() -> std::unique_ptr<FeatureNetwork> {
        return std::move(network);
    });
}

} // namespace patina
