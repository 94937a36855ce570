#include "core/labels/reduced_mask.h"

#include <algorithm>
#include <cassert>
#include <cstdint>

namespace patina {

cv::Mat reducedMask(const RunMask &mask, cv::Size size)
{
    assert(size.width <= mask.size().width && size.height <= mask.size().height);
    cv::Mat reduced(size, CV_8UC1, cv::Scalar(0));
    const auto target = [](int from, int to, int index) { return static_cast<int>(std::int64_t{index} * to / from); };
    for (const MaskRun &run : mask.runs()) {
        auto *row = reduced.ptr<std::uint8_t>(target(mask.size().height, size.height, run.row));
        // None is passed over: neighbours fall into the same pixel or into neighbours.
        const int first = target(mask.size().width, size.width, run.begin);
        const int last = target(mask.size().width, size.width, run.end - 1);
        std::fill(row + first, row + last + 1, std::uint8_t{255});
    }
    return reduced;
}

} // namespace patina
