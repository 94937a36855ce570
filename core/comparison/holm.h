#pragma once

#include "core/comparison/comparison.h"

#include <array>
#include <span>
#include <vector>

namespace patina {

/// p-values of tests that were made together, corrected so that the chance of any false finding among them stays at
/// the level they are read at, whatever their dependence (Holm 1979, Scandinavian Journal of Statistics 6, 65-70): the
/// smallest times their number, the next times one less, and so on, none below one before it, at most 1.
/// \param p in [0, 1]. \returns in the same order.
std::vector<double> holmAdjusted(std::span<const double> p);

/// McNemar's p-values of one comparison, corrected for its being one of several. As ComparedCounts has them.
struct CorrectedP
{
    std::vector<double> defects;
    double good = 1.0;
};

/// Of several that are compared with one reference, at review and at reject: what asks the same (a class, or the good
/// images, at one threshold) is corrected together for the number of comparisons. Of one alone p is as it was.
/// \param comparisons of the same classes. \returns in their order; empty lists where there are no thresholds.
std::vector<std::array<CorrectedP, 2>> correctedP(std::span<const Comparison> comparisons);

} // namespace patina
