#include "core/metrics/group_resampling.h"

#include <algorithm>
#include <functional>

namespace patina {

std::optional<double> GroupShare::on(const std::vector<double> &times) const
{
    double hit = 0.0;
    double all = 0.0;
    for (std::size_t g = 0; g < times.size(); ++g) {
        hit += times[g] * hits[g];
        all += times[g] * of[g];
    }
    return all > 0.0 ? std::optional(hit / all) : std::nullopt;
}

RankedImages::RankedImages(const std::vector<ImageOutcome> &images, const ImageGroups &groups)
{
    for (std::size_t i = 0; i < images.size(); ++i)
        if (const auto group = groups.of(i); group && images[i].role != ImageRole::LeftOut)
            m_images.push_back({images[i].score, *group, images[i].role == ImageRole::Anomalous, 0});
    std::ranges::stable_sort(m_images, std::greater<>(), &Image::score);
    for (std::size_t i = 0; i < m_images.size(); ++i) {
        if (i == 0 || m_images[i].score != m_images[i - 1].score)
            m_steps.push_back({m_images[i].score, 0.0, 0.0, 0.0});
        m_images[i].step = m_steps.size() - 1;
    }
}

std::span<const RankStep> RankedImages::steps(const std::vector<double> &times)
{
    double positives = 0.0;
    double negatives = 0.0;
    for (RankStep &step : m_steps)
        step.positives = step.negatives = 0.0;
    for (const Image &image : m_images) {
        RankStep &step = m_steps[image.step];
        (image.isAnomalous ? step.positives : step.negatives) += times[image.group];
        (image.isAnomalous ? positives : negatives) += times[image.group];
    }
    return positives > 0.0 && negatives > 0.0 ? std::span<const RankStep>(m_steps) : std::span<const RankStep>();
}

} // namespace patina
