#pragma once

#include "core/metrics/found_by.h"
#include "core/metrics/image_truth.h"
#include "core/metrics/label_policy.h"
#include "core/regions/region_levels.h"

#include <opencv2/core.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace patina {

/// How many resamples of groups, drawn from which seed.
struct BootstrapSettings
{
    std::int64_t resamples = 1000; ///< 0: no intervals over groups
    std::uint64_t seed = 0;
    bool operator==(const BootstrapSettings &) const = default;
};

struct EvaluationSettings
{
    LabelPolicy policy;
    double reviewThreshold = 1.0;
    double rejectThreshold = 1.0;         ///< at least reviewThreshold
    std::int64_t minAreaPx = 1;           ///< of the map: it was opened by it; of a false region
    std::optional<double> segF1Threshold; ///< mean + 3 sigma of defect-free validation pixels, see PixelMoments
    /// Thresholds for which the regions of good images are kept; none: only those at the two thresholds are counted.
    std::optional<LevelScale> levels;
    BootstrapSettings bootstrap;
    std::optional<double> mmPerPixel{}; ///< of a pixel of the score map; none: sizes are told in pixels alone
    bool operator==(const EvaluationSettings &) const = default;
};

/// The regions of a good image's map at many thresholds; null where they were not kept.
struct KeptRegions
{
    std::shared_ptr<const RegionLevels> levels;

    /// Whether they say what there is at exactly this threshold.
    bool tell(double threshold) const;
    /// Regions of at least that area. Only where tell().
    std::int64_t count(double threshold, std::int64_t minAreaPx) const;
    bool operator==(const KeptRegions &other) const;
};

/// How one image came out.
struct ImageOutcome
{
    std::string id;
    int classIndex = -1; ///< -1: good
    ImageRole role = ImageRole::Good;
    double score = 0.0;          ///< the image score; where pixels are ignored, the maximum over the others
    std::optional<float> peak{}; ///< largest score among the pixels that are not ignored
    std::string group{};         ///< part or batch; the image's id where nothing else is known
    std::array<std::int64_t, 2> falseRegions{}; ///< of a good image: at the review and at the reject threshold
    KeptRegions regions{};                      ///< of a good image
    cv::Size mapSize{};                         ///< of its score map, which the boxes of its regions lie in
    bool operator==(const ImageOutcome &) const = default;
};

/// How one labelled region came out.
struct RegionOutcome
{
    std::int64_t image = 0; ///< into Outcomes::images
    int classIndex = 0;
    cv::Rect box;
    std::int64_t areaPx = 0; ///< pixels that count
    float peak = 0.0F;
    OverlapScores overlapScores{};

    /// The largest threshold at which a defect is found (an impurity flagged).
    double foundScore(FoundBy by) const
    {
        return static_cast<double>(by == FoundBy::Any ? peak : overlapScores[overlapIndex(by)]);
    }
    bool isFound(double threshold, FoundBy by = FoundBy::Any) const { return foundScore(by) >= threshold; }
    bool operator==(const RegionOutcome &) const = default;
};

struct Outcomes
{
    std::vector<ImageOutcome> images;
    std::vector<RegionOutcome> defects;
    std::vector<RegionOutcome> impurities;
    std::vector<std::int64_t> ignoredRegions; ///< per class: regions that the policy leaves out
};

} // namespace patina
