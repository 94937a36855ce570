#pragma once

#include "core/comparison/comparison.h"

#include <cstddef>
#include <vector>

namespace patina {

/// Two that find about as many defects at thresholds that flag good images unlike. Who looks at recall alone takes them
/// for equal; moved to the same overkill, they may not be.
struct UnequalOverkill
{
    std::size_t which = 0; ///< 0: at review, 1: at reject
    double recallA = 0.0;  ///< of all defects
    double recallB = 0.0;
    double overkillA = 0.0; ///< of the good images
    double overkillB = 0.0;
};

inline constexpr double likeRecall = 0.05;     ///< at most so far apart
inline constexpr double unlikeOverkill = 0.02; ///< more than so far apart

/// At review and at reject, where it is so.
std::vector<UnequalOverkill> unequalOverkill(const Comparison &comparison);

} // namespace patina
