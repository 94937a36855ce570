#include "ui/jobs/model_comparer.h"

#include "core/evaluation/recount.h"
#include "core/pipeline/known_content.h"
#include "core/project/counting_rules.h"
#include "core/project/project_settings.h"
#include "core/project/project_thresholds.h"
#include "ui/jobs/other_model_map.h"

#include <algorithm>
#include <utility>

namespace patina {

namespace {

constexpr const char *kUncalibrated = "the model has no score scale, and no thresholds";

struct Request
{
    std::shared_ptr<const InspectionEngine> engine;
    std::shared_ptr<const ProjectEvaluation> own; ///< of the open model
    LabelPolicy policy;
    ScoreRange range;
    ComparedWith with;
    // Of another model:
    ProjectEvaluationRequest other;
    std::shared_ptr<MapShelf> shelf;
};

/// One side, at its thresholds.
struct Side
{
    RecountedEvaluation counted;
    std::string whyNoThresholds;
};

Result<Side> sideOf(const ProjectEvaluation &all, const LabelPolicy &policy, const ScoreRange &range)
{
    const int index = policyIndex(all.policies, policy, all.classes);
    if (index < 0)
        return fail(ErrorCode::BadArgument, "there are no figures under the policy " + labelPolicyText(policy));
    const Evaluation &evaluation = all.evaluations[static_cast<std::size_t>(index)];
    if (!range.calibrated())
        return Side{{evaluation, true}, kUncalibrated};
    return Side{recounted(evaluation, *range.review, *range.reject), {}};
}

/// The file may be another model by now.
Result<ModelInfo> otherInfo(const Request &request)
{
    auto info = request.engine->modelInfo(request.with.file);
    if (info && info->hash != request.with.modelHash)
        return fail(ErrorCode::Unsupported, request.with.file.string() + " is another model by now");
    return info;
}

Result<ProjectEvaluation> evaluateOther(const Request &request, const ModelInfo &info, const JobContext &context)
{
    const auto shelf = std::make_shared<MapShelf>(*request.shelf);
    shelf->render = [engine = request.engine, info](const Inspection &inspection, const MapRowSink &sink,
                                                    const JobContext &job) {
        return engine->renderKept(info, inspection, sink, job);
    };
    ProjectEvaluationRequest asked = request.other;
    const ScoreRange own = rangeOf(info);
    asked.settings.reviewThreshold = own.review.value_or(1.0);
    asked.settings.rejectThreshold = own.reject.value_or(asked.settings.reviewThreshold);
    asked.settings.minAreaPx = minAreaOnMap(minimumAreaOf(*asked.contents), info.scale);
    asked.countingFloor = countingFloor(info.scoreScale);
    asked.kept = nullptr;                   // they are the open model's
    asked.settings.bootstrap.resamples = 0; // the paired ones come after both
    asked.modelHash = info.hash;
    asked.usedByModel = usedImagesOf(info);
    asked.openMap = [shelf](const ProjectImage &image, const JobContext &job) { return shelf->open(image, job); };
    auto evaluated = evaluateProject(asked, context);
    if (!evaluated && evaluated.error().code == ErrorCode::Unreadable)
        return fail(ErrorCode::NotFound, evaluated.error().detail);
    return evaluated;
}

Result<ModelComparison> compareSides(const Request &request, const Side &a, const Side &b,
                                     std::vector<SkippedImage> missing, const JobContext &context)
{
    return compareEvaluations({a.counted.evaluation, a.whyNoThresholds}, {b.counted.evaluation, b.whyNoThresholds}, {},
                              context)
        .map([&](Comparison &&comparison) {
            return ModelComparison{std::move(comparison), request.with, a.counted.regionsTold && b.counted.regionsTold,
                                   std::ssize(a.counted.evaluation.outcomes.images), std::move(missing)};
        });
}

Result<ModelComparison> compareModels(const Request &request, const JobContext &context)
{
    auto a = sideOf(*request.own, request.policy, request.range);
    if (!a)
        return failFrom(std::move(a));
    if (request.with.modelHash.empty()) {
        auto b = sideOf(*request.own, request.with.policy, request.range);
        return b ? compareSides(request, *a, *b, {}, context) : failFrom(std::move(b));
    }
    auto info = otherInfo(request);
    if (!info)
        return failFrom(std::move(info));
    auto all = evaluateOther(request, *info, context);
    if (!all)
        return failFrom(std::move(all));
    auto b = sideOf(*all, request.with.policy, withThresholds(*request.other.contents, info->hash, rangeOf(*info)));
    return b ? compareSides(request, *a, *b, std::move(all->skipped), context) : failFrom(std::move(b));
}

/// One that fails leaves the others alone.
Result<ModelComparer::Answer> compareAll(const std::vector<Request> &requests, const JobContext &context)
{
    ModelComparisons all;
    for (const Request &request : requests) {
        auto compared = compareModels(request, context);
        if (context.cancelled())
            return cancelledError();
        if (compared)
            all.found.push_back(*std::move(compared));
        else
            all.failed.push_back({request.with, std::move(compared.error())});
    }
    if (all.found.empty() && !all.failed.empty())
        return tl::unexpected(std::move(all.failed.front().error));
    return std::make_shared<const ModelComparisons>(std::move(all));
}

} // namespace

ModelComparer::ModelComparer(std::shared_ptr<const InspectionEngine> engine, const ProjectDocument *project,
                             ProjectEvaluator *evaluator, QObject *parent)
    : QObject(parent), m_engine(std::move(engine)), m_project(project), m_evaluator(evaluator), m_job(&m_pool)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
}

ModelComparer::~ModelComparer() = default;

void ModelComparer::compare(const std::vector<ComparedWith> &with, const LabelPolicy &policy, const ScoreRange &range)
{
    auto asked = m_evaluator->request();
    if (!asked || !m_evaluator->latest() || with.empty())
        return;
    asked->openMap = {}; // holds what is in memory of the open model
    std::vector<Request> requests;
    for (const ComparedWith &one : with) {
        Request request{m_engine, m_evaluator->latest(), policy, range, one, {}, nullptr};
        if (!one.modelHash.empty()) {
            request.other = *asked;
            request.shelf = m_evaluator->shelf(one.modelHash);
        }
        requests.push_back(std::move(request));
    }
    m_job.start([requests = std::move(requests)](const JobContext &context) { return compareAll(requests, context); },
                [this](Result<Answer> answer) {
                    m_latest = answer.value_or(nullptr);
                    m_error = answer ? std::nullopt : std::optional(answer.error());
                    emit compared();
                });
}

void ModelComparer::forget()
{
    m_job.abandon();
    m_latest.reset();
    m_error.reset();
    emit compared();
}

} // namespace patina
