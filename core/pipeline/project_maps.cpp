#include "core/pipeline/project_maps.h"

#include "core/base/sha256.h"
#include "core/pipeline/known_content.h"
#include "core/project/agreement.h"
#include "core/project/counting_rules.h"
#include "core/project/project_settings.h"
#include "core/project/project_thresholds.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace patina {

OpenMap scoredMaps(Inspector &inspector, const Project &project)
{
    return [&inspector, &project](const ProjectImage &image, const JobContext &context) -> Result<ScoredMap> {
        const std::filesystem::path path = project.fullPath(image.path);
        const auto hash = sha256OfFile(path, context);
        if (!hash)
            return tl::unexpected(hash.error());
        if (!image.sha256.empty() && *hash != image.sha256)
            return fail(ErrorCode::Unsupported, "the file has changed since it was added to the project");
        auto opened = openImage(path, {}, context);
        if (!opened)
            return failFrom(std::move(opened));
        const cv::Size imageSize = (*opened)->info().size();
        auto scaled = inspector.scaled(std::move(*opened));
        if (!scaled)
            return failFrom(std::move(scaled));
        std::shared_ptr<ImageSource> source = std::move(*scaled);
        const auto render = [&inspector, source, context](const MapRowSink &sink) -> Result<double> {
            return inspector.inspect(*source, sink, context.quiet()).map([](const Inspection &inspection) {
                return inspection.score;
            });
        };
        return ScoredMap{imageSize, source->info().size(), render};
    };
}

ProjectEvaluationRequest evaluationRequest(Inspector &inspector, const Project &project, ProjectContents contents,
                                           const std::string &reader)
{
    const ModelInfo &model = inspector.model();
    ProjectEvaluationRequest request;
    request.reader = reader;
    request.policies = {policyOf(contents)};
    const auto kept = thresholdsOf(contents, model.hash);
    request.settings.reviewThreshold = kept ? kept->review : model.scoreScale.reviewThreshold();
    request.settings.rejectThreshold = kept ? kept->reject : model.scoreScale.rejectThreshold();
    request.settings.minAreaPx = minAreaOnMap(minimumAreaOf(contents), model.scale);
    request.countingFloor = countingFloor(model.scoreScale);
    if (const auto mm = mmPerPixelOf(contents))
        request.settings.mmPerPixel = *mm / std::min(1.0, model.scale);
    request.contents = std::make_shared<ProjectContents>(std::move(contents));
    request.modelHash = model.hash;
    request.usedByModel = usedImagesOf(model);
    request.openMap = scoredMaps(inspector, project);
    return request;
}

std::vector<std::string> readersWithAWord(const ProjectContents &contents)
{
    const std::vector<std::string> deciders = readersOf(contents);
    std::set<std::string> readers(deciders.begin(), deciders.end());
    for (const Review &review : contents.reviews)
        readers.insert(review.reader);
    return {readers.begin(), readers.end()};
}

Result<std::string> readerFor(const ProjectContents &contents, const std::string &wanted)
{
    const std::vector<std::string> readers = readersWithAWord(contents);
    if (!wanted.empty() && std::ranges::find(readers, wanted) == readers.end())
        return fail(
            ErrorCode::NotFound,
            fmt::format("nobody called {} has decided anything in the project; there {}", wanted,
                        readers.empty() ? std::string("is nobody") : fmt::format("are: {}", fmt::join(readers, ", "))));
    if (!wanted.empty())
        return wanted;
    if (readers.size() > 1)
        return fail(ErrorCode::BadArgument,
                    fmt::format("the decisions of {} readers are in the project: {}; say whose hold with --reader",
                                readers.size(), fmt::join(readers, ", ")));
    return readers.empty() ? std::string() : readers.front();
}

} // namespace patina
