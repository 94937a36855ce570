#pragma once

namespace patina {

/// Squared L2 distance of two rows of `dim` float32 values: squared differences summed in eight lanes of fixed order,
/// so that the result is the same on every processor, thread count and place in a block.
float squaredDistance(const float *a, const float *b, int dim);

/// The same, given up as soon as the sum exceeds `limit`: then some value above `limit` comes back.
float squaredDistanceWithin(const float *a, const float *b, int dim, float limit);

} // namespace patina
