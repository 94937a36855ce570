#include "core/pipeline/counted_inspection.h"

#include "core/project/counting_rules.h"

#include <utility>

namespace patina {

Result<Inspection> inspectCounted(Inspector &inspector, ImageSource &image, std::int64_t minAreaPx,
                                  const MapRowSink &sink, const JobContext &context)
{
    const cv::Size size = image.info().size();
    const auto counted =
        CountedMap::create({{}, minAreaPx}, size, size, countingFloor(inspector.model().scoreScale), context);
    if (!counted)
        return tl::unexpected(counted.error());
    Inspection inspected;
    const auto inspect = [&](const CountedMap::Sink &rows) -> Result<double> {
        return inspector.inspect(image, rows, context.quiet()).map([&](Inspection &&inspection) {
            inspected = std::move(inspection);
            return inspected.score;
        });
    };
    return counted->render(inspect, sink, context).map([&](double score) {
        inspected.score = score;
        return std::move(inspected);
    });
}

} // namespace patina
