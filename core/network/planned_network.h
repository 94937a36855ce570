#pragma once

#include "core/network/feature_network.h"
#include "core/network/network_plan.h"

#include <string>
#include <vector>

namespace patina {

/// What networks of a built-in architecture share, however they compute.
class PlannedNetwork : public FeatureNetwork
{
public:
    const std::vector<BackboneLayer> &taps() const override { return m_taps; }
    int haloPx() const override { return m_halo; }
    int alignmentPx() const override { return m_alignment; }
    bool streams() const override { return true; }

protected:
    /// The stages up to the last of the layers. Errors: Unsupported (TorchScript), BadArgument (unknown layer).
    Result<NetworkPlan> planFor(const Backbone &backbone, const std::vector<std::string> &layers);
    /// \param channels of the output of each stage of that plan.
    void setChannels(const std::vector<int> &channels);

    const std::vector<std::size_t> &tapStages() const { return m_tapStages; }
    const InputNormalisation &normalisation() const { return m_normalisation; }

private:
    InputNormalisation m_normalisation;
    std::vector<std::size_t> m_tapStages;
    std::vector<BackboneLayer> m_taps;
    int m_alignment = 1;
    int m_halo = 0;
};

/// Rows of an image as a network's input. \param rows CV_32FC3, R, G, B, 0..255. \param out rows x columns x 3.
void normaliseRows(const cv::Mat &rows, const InputNormalisation &normalisation, float *out, int threads);

} // namespace patina
