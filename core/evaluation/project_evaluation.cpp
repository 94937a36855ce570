#include "core/evaluation/project_evaluation.h"

#include "core/base/sha256.h"
#include "core/evaluation/project_figures.h"
#include "core/metrics/pixel_moments.h"
#include "core/project/counting_rules.h"
#include "core/project/zone_mask.h"

#include <fmt/format.h>

#include <utility>

namespace patina {

namespace {

std::string hashOf(const std::string &text)
{
    return sha256Of({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
}

class ProjectEvaluationRun
{
public:
    ProjectEvaluationRun(const ProjectEvaluationRequest &request, const JobContext &context)
        : m_request(request), m_context(context), m_truth(request.contents, request.reader)
    {
    }

    Result<ProjectEvaluation> run()
    {
        ProjectEvaluation result;
        result.classes = m_truth.classes();
        result.policies = m_request.policies;
        result.scope = m_truth.scope(m_request.usedByModel);
        std::erase_if(result.scope.counted,
                      [&](std::size_t image) { return m_request.withoutImages.contains(facts(image).id); });
        if (result.scope.counted.empty())
            return fail(ErrorCode::NotFound,
                        fmt::format("there is no image to evaluate: the model was made from {} that are judged, {} are "
                                    "judged by nobody; decide the regions of other images and be done with them, paint "
                                    "their defects, or open a data set with test images",
                                    result.scope.trainedOn, result.scope.notKnown));
        auto none = prepare(result.scope.validation);
        if (!none)
            return failFrom(std::move(none));
        ProjectFigures figures(m_request, *std::move(none), m_settingsText);
        const auto make = [this](std::size_t image, const PolicyEvaluation &of) { return evaluate(image, of); };
        if (auto brought = figures.bringTo(wanted(result.scope.counted), make, m_context); !brought)
            return failFrom(std::move(brought));
        result.skipped = figures.takeSkipped();
        if (figures.images().empty())
            return fail(ErrorCode::Unreadable,
                        fmt::format("none of the {} images could be used; {}: {}", result.scope.counted.size(),
                                    result.skipped.front().id, result.skipped.front().why));
        for (std::size_t i = 0; i < m_request.policies.size(); ++i) {
            if (m_context.cancelled())
                return cancelledError();
            result.evaluations.push_back(figures.evaluation(i));
        }
        std::string truths;
        for (const KeptFigures::Image &image : figures.images())
            truths += image.truth + '\n';
        result.truthSha256 = hashOf(truths);
        return result;
    }

private:
    const ProjectImage &facts(std::size_t image) const { return m_request.contents->images[image]; }

    /// Figures of no image, by the settings of the request.
    Result<PolicyEvaluation> prepare(const std::vector<std::size_t> &validation)
    {
        if (m_request.policies.empty())
            return fail(ErrorCode::BadArgument, "there is no labelling policy to evaluate under");
        EvaluationSettings settings = m_request.settings;
        settings.levels = levelsBelow(settings.reviewThreshold);
        auto segF1 = segF1Threshold(m_request.withSegF1 ? validation : std::vector<std::size_t>());
        if (!segF1)
            return failFrom(std::move(segF1));
        settings.segF1Threshold = *segF1;
        auto figures = PolicyEvaluation::create(m_truth.classes(), m_request.policies, settings);
        if (!figures)
            return failFrom(std::move(figures));
        m_settingsText =
            fmt::format("evaluated 3 by {} at {} {} over {} from {} levels {} {} {} segf1 {}", m_request.modelHash,
                        settings.reviewThreshold, settings.rejectThreshold, settings.minAreaPx, m_request.countingFloor,
                        settings.levels->perUnit, settings.levels->first, settings.levels->count,
                        settings.segF1Threshold ? fmt::format("{}", *settings.segF1Threshold) : "none");
        for (const LabelClass &labelClass : m_truth.classes())
            m_settingsText +=
                fmt::format(" {}:{}:{}", labelClass.name.size(), labelClass.name, classKindName(labelClass.kind));
        for (const LabelPolicy &policy : m_request.policies)
            m_settingsText += ' ' + labelPolicyText(policy);
        return figures;
    }

    Result<std::optional<double>> segF1Threshold(const std::vector<std::size_t> &validation)
    {
        PixelMoments moments;
        for (std::size_t i = 0; i < validation.size(); ++i) {
            m_context.report("validation", static_cast<std::int64_t>(i), std::ssize(validation));
            auto added = addMoments(validation[i], moments);
            if (!added && added.error().code == ErrorCode::Cancelled)
                return failFrom(std::move(added));
            if (!added)
                m_context.notice(fmt::format("skipped {}: {}", facts(validation[i]).id, added.error().detail));
        }
        return moments.count() > 0 ? std::optional(moments.threshold()) : std::nullopt;
    }

    Result<void> addMoments(std::size_t image, PixelMoments &moments) const
    {
        auto map = countedMap(image);
        if (!map)
            return failFrom(std::move(map));
        auto truth = m_truth.of(image, map->imageSize, map->mapSize, m_context);
        if (!truth)
            return failFrom(std::move(truth));
        PixelMoments read = moments; // an image that fails half way leaves no trace
        const auto score = map->render([&](int firstRow, const cv::Mat &rows) -> Result<void> {
            const cv::Mat ignore =
                truth->ignore.empty() ? cv::Mat() : truth->ignore.rowRange(firstRow, firstRow + rows.rows);
            read.add(rows, ignore);
            return {};
        });
        if (!score)
            return tl::unexpected(score.error());
        moments = read;
        return {};
    }

    std::vector<ProjectFigures::Wanted> wanted(const std::vector<std::size_t> &images) const
    {
        std::vector<ProjectFigures::Wanted> wanted;
        for (const std::size_t image : images) {
            const std::string truth = fmt::format("{} of {}", m_truth.digest(image), facts(image).sha256);
            const std::string key =
                facts(image).sha256.empty() ? std::string() : hashOf(m_settingsText + " of " + truth);
            wanted.push_back({image, {facts(image).id, key, truth}});
        }
        return wanted;
    }

    Result<EvaluatedImage> evaluate(std::size_t image, const PolicyEvaluation &figures) const
    {
        auto map = countedMap(image);
        if (!map)
            return failFrom(std::move(map));
        auto truth = m_truth.of(image, map->imageSize, map->mapSize, m_context);
        if (!truth)
            return failFrom(std::move(truth));
        return figures.evaluated(*truth, map->render);
    }

    /// The map as zones with thresholds of their own and a minimum area make it count.
    Result<ScoredMap> countedMap(std::size_t image) const
    {
        return m_request.openMap(facts(image), m_context).and_then([&](ScoredMap &&map) -> Result<ScoredMap> {
            auto made =
                CountedMap::create({zonesOf(m_request.contents->zones, facts(image).id), m_request.settings.minAreaPx},
                                   map.imageSize, map.mapSize, m_request.countingFloor, m_context);
            if (!made)
                return failFrom(std::move(made));
            const auto counted = std::make_shared<const CountedMap>(*std::move(made));
            return ScoredMap{map.imageSize, map.mapSize,
                             [counted, render = std::move(map.render)](const CountedMap::Sink &sink) {
                                 return counted->render(render, sink);
                             }};
        });
    }

    const ProjectEvaluationRequest &m_request;
    const JobContext &m_context;
    ProjectTruth m_truth;
    std::string m_settingsText; ///< all of the request that figures of an image depend on
};

} // namespace

Result<ProjectEvaluation> evaluateProject(const ProjectEvaluationRequest &request, const JobContext &context)
{
    return ProjectEvaluationRun(request, context).run();
}

} // namespace patina
