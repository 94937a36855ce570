#include "ui/jobs/mask_outlines.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace patina {

namespace {

constexpr std::int64_t kMostTracedPixels = 32'000'000;

/// The mask in its box, a pixel of the result set where any of `reduction` x `reduction` is.
cv::Mat reducedMask(const RunMask &mask, const cv::Rect &box, int reduction)
{
    cv::Mat small =
        cv::Mat::zeros((box.height + reduction - 1) / reduction, (box.width + reduction - 1) / reduction, CV_8UC1);
    for (const MaskRun &run : mask.runs()) {
        const int first = (run.begin - box.x) / reduction;
        const int last = (run.end - 1 - box.x) / reduction;
        small.row((run.row - box.y) / reduction).colRange(first, last + 1).setTo(255);
    }
    return small;
}

QPainterPath outlineOf(const RunMask &mask)
{
    const cv::Rect box = mask.box();
    int reduction = 1;
    while (std::int64_t{box.width} * box.height / reduction / reduction > kMostTracedPixels)
        reduction *= 2;
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(reducedMask(mask, box, reduction), contours, cv::RETR_CCOMP, cv::CHAIN_APPROX_SIMPLE);
    QPainterPath path;
    for (const std::vector<cv::Point> &contour : contours)
        path.addPath(outlinePath(contour, reduction, reduction));
    return path.translated(box.x, box.y);
}

} // namespace

Result<std::vector<CanvasMark>> maskOutlines(const std::vector<ColouredMask> &masks, const JobContext &context)
{
    std::vector<CanvasMark> marks;
    for (const ColouredMask &coloured : masks) {
        if (context.cancelled())
            return cancelledError();
        if (!coloured.mask.empty())
            marks.push_back({outlineOf(coloured.mask), coloured.colour, false});
    }
    return marks;
}

} // namespace patina
