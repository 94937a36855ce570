#pragma once

#include "core/synthesis/scene.h"

namespace patina::synthesis {

/// The clean image of a scene by the plainest means: one loop over all pixels for each step, every lamp sample worked
/// out anew at every pixel, blur as a double sum, the sRGB curve by its power. No strips, no tables, no threads. The
/// surface gives its height, gloss and grain for all of the image at once. For surfaces that no camera saw, without
/// defects.
cv::Mat3b renderPlainly(const Scene &scene);

} // namespace patina::synthesis
