#pragma once

#include "core/labels/run_mask.h"

namespace patina {

/// What is taken out of an imported mask by a decision on some pixels: these, and the whole of each of its 8-connected
/// regions of which at least half is among them. In memory that follows the outlines. Both of one size.
RunMask overruled(const RunMask &mask, const RunMask &taken);

} // namespace patina
