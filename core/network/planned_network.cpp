#include "core/network/planned_network.h"

#include <algorithm>

namespace patina {

Result<NetworkPlan> PlannedNetwork::planFor(const Backbone &backbone, const std::vector<std::string> &layers)
{
    auto plan = networkPlan(backbone.info.architecture).and_then([&](NetworkPlan &&whole) {
        return truncatedPlan(std::move(whole), layers);
    });
    if (!plan)
        return plan;
    m_normalisation = backbone.info.normalisation;
    m_alignment = planStridePx(*plan);
    m_halo = planHaloPx(*plan, m_alignment);
    for (const auto &layer : layers) {
        const auto found = std::ranges::find(plan->stages, layer, &StageSpec::name);
        NetworkPlan upTo = *plan;
        upTo.stages.resize(static_cast<std::size_t>(found - plan->stages.begin()) + 1);
        m_tapStages.push_back(upTo.stages.size() - 1);
        m_taps.push_back({layer, planStridePx(upTo), 0});
    }
    return plan;
}

void PlannedNetwork::setChannels(const std::vector<int> &channels)
{
    for (std::size_t tap = 0; tap < m_taps.size(); ++tap)
        m_taps[tap].channels = channels[m_tapStages[tap]];
}

void normaliseRows(const cv::Mat &rows, const InputNormalisation &normalisation, float *out, int threads)
{
#pragma omp parallel for schedule(static) num_threads(threads)
    for (int y = 0; y < rows.rows; ++y) {
        const auto *in = rows.ptr<cv::Vec3f>(y);
        float *to = out + std::ptrdiff_t{y} * rows.cols * 3;
        for (int x = 0; x < rows.cols; ++x, to += 3)
            for (int c = 0; c < 3; ++c) {
                const auto channel = static_cast<std::size_t>(c);
                to[c] = (in[x][normalisation.bgr ? 2 - c : c] - normalisation.mean[channel]) /
                        normalisation.deviation[channel];
            }
    }
}

} // namespace patina
