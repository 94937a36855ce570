#pragma once

#include "core/base/feature_matrix.h"

#include <vector>

namespace patina {

/// Nearest bank row of every query by FAISS's flat L2 index: the baseline of NeighbourIndex. Its matrix products lose
/// digits, so that of rows almost equally near it may name another.
/// \param bank m x d, m > 0. \param queries n x d. \param threads > 0.
std::vector<std::int64_t> faissNearest(const FeatureMatrix &bank, const FeatureMatrix &queries, int threads);

} // namespace patina
