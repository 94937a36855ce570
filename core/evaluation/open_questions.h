#pragma once

#include "core/metrics/evaluation.h"

#include <opencv2/core.hpp>

#include <string>
#include <vector>

namespace patina {

/// An ambiguous region, and how far the figures at a threshold would move with what it is decided to be.
struct OpenQuestion
{
    std::string image; ///< id
    int classIndex = 0;
    cv::Rect box; ///< in pixels of the score map
    double peak = 0.0;
    /// |difference of recall over all classes| + |difference of overkill| between calling it a defect and calling it
    /// harmless, all other ambiguous regions being left out: 0 .. 2.
    double effect = 0.0;

    bool operator==(const OpenQuestion &) const = default;
};

struct OpenQuestions
{
    std::vector<OpenQuestion> regions; ///< the largest effect first
    /// Of these as many as it takes for the given share of the sum of effects.
    std::size_t settling = 0;
};

/// \param ignored, \param pessimistic evaluations of the same images, with ambiguous regions left out and taken for
/// defects. \param share of the uncertainty that is to be settled, 0..1.
OpenQuestions openQuestions(const Evaluation &ignored, const Evaluation &pessimistic, double threshold,
                            double share = 0.8);

} // namespace patina
