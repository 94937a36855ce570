#include "core/pipeline/validation_threshold.h"

#include "core/metrics/pixel_moments.h"
#include "core/pipeline/counted_inspection.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace patina {

namespace {

Result<void> addMoments(Inspector &inspector, const ImageRecord &record, std::int64_t minAreaPx,
                        const JobContext &context, PixelMoments &moments)
{
    auto image = inspector.openScaled(record.path, context);
    if (!image)
        return failFrom(std::move(image));
    PixelMoments read = moments; // an image that fails half way leaves no trace
    const auto sink = [&read](int, const cv::Mat &rows) -> Result<void> {
        read.add(rows);
        return {};
    };
    auto inspection = inspectCounted(inspector, **image, minAreaPx, sink, context);
    if (!inspection)
        return failFrom(std::move(inspection));
    moments = read;
    return {};
}

} // namespace

Result<std::optional<double>> segF1ThresholdOf(Inspector &inspector, const Dataset &dataset, std::int64_t minAreaPx,
                                               bool strict, const JobContext &context)
{
    std::vector<const ImageRecord *> images = dataset.ofSplit(Split::Validation);
    std::erase_if(images, [](const ImageRecord *image) { return !image->isGood() || !image->masks.empty(); });
    PixelMoments moments;
    for (std::size_t i = 0; i < images.size(); ++i) {
        context.report("validation", static_cast<std::int64_t>(i), std::ssize(images));
        auto added = addMoments(inspector, *images[i], minAreaPx, context, moments);
        if (added)
            continue;
        const std::string sentence = fmt::format("{}: {}", images[i]->id, added.error().detail);
        if (added.error().code == ErrorCode::Cancelled || strict)
            return fail(added.error().code, sentence);
        context.notice("skipped " + sentence);
    }
    return moments.count() > 0 ? std::optional(moments.threshold()) : std::nullopt;
}

} // namespace patina
