#pragma once

#include "core/base/result.h"
#include "core/metrics/evaluation_totals.h"

#include <cstdint>
#include <span>
#include <vector>

namespace patina {

/// Totals as CBOR (RFC 8949), histograms by their filled bins: some tens of kilobytes an image. Every number comes back
/// bit for bit.
std::vector<std::uint8_t> encodedTotals(const EvaluationTotals &totals);

/// \param classes and \param thresholds of whoever adds them up. Errors: BadFormat (damaged, or of other classes or
/// thresholds).
Result<EvaluationTotals> totalsFrom(std::span<const std::uint8_t> bytes, std::size_t classes,
                                    std::span<const ThresholdTally> thresholds);

} // namespace patina
