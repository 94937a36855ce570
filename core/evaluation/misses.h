#pragma once

#include "core/metrics/outcomes.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace patina {

/// Something that is on the wrong side of a threshold.
struct Miss
{
    enum class Kind {
        Escape,   ///< a defect that is not found
        Overkill, ///< a good image that is flagged
        Impurity, ///< a harmless region that is flagged
    };
    Kind kind = Kind::Escape;
    std::string image;   ///< id
    int classIndex = -1; ///< of the region, or of the image's folder; -1: good
    cv::Rect box;        ///< of the region, in pixels of the score map; empty: an image
    std::int64_t areaPx = 0;
    double peak = 0.0; ///< largest score that counts

    bool operator==(const Miss &) const = default;
};

/// Escapes, the lowest peak first; then flagged good images and flagged impurities, the highest peak first. A good
/// image is flagged as in the figures: by regions of the minimum area where these are known, else by its peak.
std::vector<Miss> missesAt(const Outcomes &outcomes, const EvaluationSettings &settings, double threshold);

} // namespace patina
