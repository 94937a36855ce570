#include "ui/jobs/other_model_map.h"

#include "core/base/sha256.h"
#include "ui/jobs/inspection_cache.h"

#include <opencv2/core.hpp>

#include <cmath>
#include <utility>

namespace patina {

namespace {

using Answer = OtherModelMap::Answer;

/// A model as its file tells it, which renders what was kept and scores nothing.
class KeptModel : public Scorer
{
public:
    KeptModel(std::shared_ptr<const InspectionEngine> engine, ModelInfo info)
        : m_engine(std::move(engine)), m_info(std::move(info))
    {
    }
    const ModelInfo &model() const override { return m_info; }
    ScoreRange range() const override { return rangeOf(m_info); }
    Result<Inspection> score(const std::filesystem::path &image, const JobContext &) override
    {
        return fail(ErrorCode::Unsupported, image.string() + ": the model is not open");
    }
    Result<cv::Mat> renderMap(const Inspection &inspection, const JobContext &context) const override
    {
        cv::Mat map(inspection.mapSize, CV_32FC1);
        const auto sink = [&map](int firstRow, const cv::Mat &rows) -> Result<void> {
            if (firstRow < 0 || firstRow + rows.rows > map.rows || rows.cols != map.cols)
                return fail(ErrorCode::ShapeMismatch, "the kept distances are not those of this image");
            rows.copyTo(map.rowRange(firstRow, firstRow + rows.rows));
            return {};
        };
        return m_engine->renderKept(m_info, inspection, sink, context).map([&](double) { return map; });
    }

private:
    std::shared_ptr<const InspectionEngine> m_engine;
    ModelInfo m_info;
};

Error anotherByNow(const OtherMapRequest &request)
{
    return {ErrorCode::Unsupported, request.model.file.string() + " is another model by now"};
}

/// The largest score that counts; 0 where zones leave nothing.
double countedScore(const MapView &view)
{
    const cv::Mat counted = view.uncounted.empty() ? cv::Mat() : cv::Mat(view.uncounted == 0);
    if (!counted.empty() && cv::countNonZero(counted) == 0)
        return 0.0;
    double most = 0.0;
    cv::minMaxLoc(view.counted, nullptr, &most, nullptr, nullptr, counted);
    return most;
}

Result<OtherMap> mapOf(const OtherMapRequest &request, const std::shared_ptr<const Scorer> &scorer,
                       const Inspection &inspection, const JobContext &context)
{
    OtherMap map{nullptr, 0.0, scorer->range()};
    if (request.thresholds && map.range.calibrated()) {
        map.range.review = request.thresholds->review;
        map.range.reject = request.thresholds->reject;
    }
    const MapRequest asked{scorer,
                           std::make_shared<const Inspection>(inspection),
                           request.imageSize,
                           map.range.review,
                           {request.zones, minAreaOnMap(request.minimumAreaPx, scorer->model().scale)}};
    return makeMapView(asked, context).map([&](std::shared_ptr<const MapView> view) {
        map.score = countedScore(*view);
        map.view = std::move(view);
        return map;
    });
}

/// Nobody waits for it, and where it cannot be written the image is scored again another time.
void keep(const OtherMapRequest &request, const ImageRevision &before, const Inspection &inspection,
          const JobContext &context)
{
    if (request.shelf == nullptr || request.shelf->cache == nullptr)
        return;
    const auto sha256 = sha256OfFile(request.path, context);
    if (!sha256 || imageRevisionOf(request.path) != before)
        return;
    if (const auto kept = request.shelf->cache->put(request.model.hash, *sha256, inspection); !kept)
        context.notice(kept.error().detail);
}

Result<Answer> shared(Result<OtherMap> map)
{
    return std::move(map).map([](OtherMap &&found) { return std::make_shared<const OtherMap>(std::move(found)); });
}

} // namespace

std::optional<Verdict> OtherMap::verdict() const
{
    return range.calibrated() ? std::optional(verdictFor(score, *range.review, *range.reject)) : std::nullopt;
}

ScoreRange rangeOf(const ModelInfo &info)
{
    ScoreRange range;
    if (info.scoreScale.calibrated()) {
        range.review = info.scoreScale.reviewThreshold();
        range.reject = info.scoreScale.rejectThreshold();
    }
    return range;
}

Result<OtherMap> keptMap(const OtherMapRequest &request, const JobContext &context)
{
    auto info = request.engine->modelInfo(request.model.file);
    if (!info)
        return fail(info.error().code == ErrorCode::NotFound ? ErrorCode::Unreadable : info.error().code,
                    info.error().detail); // NotFound says that nothing was kept
    if (info->hash != request.model.hash)
        return tl::unexpected(anotherByNow(request));
    auto kept = request.shelf ? request.shelf->inspection(request.image, context) : fail(ErrorCode::NotFound, {});
    if (!kept)
        return failFrom(std::move(kept));
    return mapOf(request, std::make_shared<const KeptModel>(request.engine, *std::move(info)), *kept, context);
}

Result<OtherMap> scoredMap(const OtherMapRequest &request, const JobContext &context)
{
    auto scorer = request.engine->openModel(request.model.file, request.scoring, context);
    if (!scorer)
        return failFrom(std::move(scorer));
    if ((*scorer)->model().hash != request.model.hash)
        return tl::unexpected(anotherByNow(request));
    const ImageRevision before = imageRevisionOf(request.path);
    auto inspection = (*scorer)->score(request.path, context);
    if (!inspection)
        return failFrom(std::move(inspection));
    keep(request, before, *inspection, context);
    return mapOf(request, *scorer, *inspection, context);
}

OtherModelMap::OtherModelMap(QThreadPool *enginePool, QObject *parent)
    : QObject(parent), m_keptJob(&m_pool), m_scoreJob(enginePool)
{
    m_pool.setMaxThreadCount(1);
}

OtherModelMap::~OtherModelMap() = default;

void OtherModelMap::show(const OtherMapRequest &request)
{
    m_scoreJob.abandon();
    m_latest.reset();
    m_error.reset();
    m_keptJob.start([request](const JobContext &context) { return shared(keptMap(request, context)); },
                    [this, request](Result<Answer> answer) {
                        if (answer || answer.error().code != ErrorCode::NotFound)
                            return take(std::move(answer));
                        m_scoreJob.start(
                            [request](const JobContext &context) { return shared(scoredMap(request, context)); },
                            [this](Result<Answer> scored) { take(std::move(scored)); });
                        emit changed();
                    });
    emit changed();
}

void OtherModelMap::take(Result<Answer> answer)
{
    m_latest = answer.value_or(nullptr);
    m_error = answer ? std::nullopt : std::optional(answer.error());
    emit changed();
}

void OtherModelMap::forget()
{
    m_keptJob.abandon();
    m_scoreJob.abandon();
    m_latest.reset();
    m_error.reset();
    emit changed();
}

/// At once, also where it waits behind a training that has hours to go.
void OtherModelMap::cancel()
{
    if (!running())
        return;
    forget();
    m_error = Error{ErrorCode::Cancelled, {}};
    emit changed();
}

} // namespace patina
