#pragma once

#include "core/metrics/image_groups.h"
#include "core/metrics/rank_curve.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace patina {

/// A share whose parts add up over groups: defects found, good images flagged, regions per image.
struct GroupShare
{
    std::vector<double> hits; ///< per group
    std::vector<double> of;

    explicit GroupShare(std::size_t groups) : hits(groups, 0.0), of(groups, 0.0) {}

    void add(std::size_t group, double hit)
    {
        hits[group] += hit;
        of[group] += 1.0;
    }
    /// On a resample; none where it has nothing of the kind. \param times how often each group was drawn.
    std::optional<double> on(const std::vector<double> &times) const;
};

/// The images that count in falling order of their scores, to be counted anew for each resample.
class RankedImages
{
public:
    RankedImages(const std::vector<ImageOutcome> &images, const ImageGroups &groups);

    /// Empty where a resample lacks good or anomalous images. Valid until the next call.
    std::span<const RankStep> steps(const std::vector<double> &times);

private:
    struct Image
    {
        double score = 0.0;
        std::size_t group = 0;
        bool isAnomalous = false;
        std::size_t step = 0;
    };
    std::vector<Image> m_images;
    std::vector<RankStep> m_steps;
};

} // namespace patina
