#include "ui/jobs/map_shelf.h"

#include "core/image/image_source.h"

#include <utility>

namespace patina {

Result<Inspection> MapShelf::inspection(const std::string &image, const JobContext &context) const
{
    const auto found = images.find(image);
    if (found == images.end() || found->second.state == ImageState::NotScored)
        return fail(ErrorCode::NotFound, std::string(kNotScored));
    const ShelvedImage &known = found->second;
    if (known.state == ImageState::Failed)
        return fail(ErrorCode::Unreadable, "scoring it failed");
    auto inspection = known.held ? Result<Inspection>(*known.held)
                      : cache    ? cache->get(modelHash, known.sha256, context)
                                 : fail(ErrorCode::NotFound, {});
    if (!inspection && inspection.error().code != ErrorCode::Cancelled)
        return fail(ErrorCode::NotFound, "its score map was not kept: score it again");
    return inspection;
}

Result<ScoredMap> MapShelf::open(const ProjectImage &image, const JobContext &context) const
{
    const auto found = images.find(image.id);
    if (found != images.end() && found->second.state == ImageState::Scored && !image.sha256.empty() &&
        !found->second.sha256.empty() && image.sha256 != found->second.sha256)
        return fail(ErrorCode::Unsupported, "the file has changed since it was added to the project");
    auto inspection = this->inspection(image.id, context);
    if (!inspection)
        return failFrom(std::move(inspection));
    const auto info = probeImage(found->second.path);
    if (!info)
        return tl::unexpected(info.error());
    const auto shared = std::make_shared<const Inspection>(*std::move(inspection));
    return ScoredMap{info->size(), shared->mapSize, [render = render, shared, context](const MapRowSink &sink) {
                         return render(*shared, sink, context.quiet());
                     }};
}

} // namespace patina
