#pragma once

#include <span>
#include <vector>

namespace patina {

/// p-values of several tests, adjusted so that the probability of any finding among them below alpha, were nothing
/// different anywhere, is at most alpha, whatever they have to do with each other (Holm 1979, Scandinavian Journal of
/// Statistics 6, 65-70): the smallest times n, the next one times n - 1, and so on, none below the one before, at most
/// 1. \param p in [0, 1], in any order. \returns in the order of `p`, none below its own.
std::vector<double> holmAdjusted(std::span<const double> p);

} // namespace patina
