#pragma once

#include "core/project/facts.h"
#include "ui/document/score_range.h"
#include "ui/jobs/inspection_engine.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/map_shelf.h"
#include "ui/jobs/map_view.h"

#include <QObject>
#include <QSize>
#include <QString>
#include <QThreadPool>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace patina {

/// A model beside the open one, and what people call it.
struct OtherModel
{
    std::string hash;
    std::filesystem::path file{};
    QString name{};

    bool operator==(const OtherModel &) const = default;
};

/// What another model makes of an image: its map, its regions at the review threshold, what it says.
struct OtherMap
{
    std::shared_ptr<const MapView> view;
    double score = 0.0; ///< the largest that counts
    ScoreRange range;   ///< without thresholds: no verdict

    std::optional<Verdict> verdict() const;
};

struct OtherMapRequest
{
    std::shared_ptr<const InspectionEngine> engine;
    OtherModel model;
    std::string image; ///< id
    std::filesystem::path path;
    QSize imageSize;
    std::vector<Zone> zones;                     ///< of this image
    std::int64_t minimumAreaPx = 1;              ///< of the project, in image pixels
    std::optional<ProjectThresholds> thresholds; ///< that the project has for the model; none: the model's own
    std::shared_ptr<const MapShelf> shelf;       ///< of the model
    ScoringSettings scoring;                     ///< where nothing was kept
};

/// The range of a model that is not open, from what its file says.
ScoreRange rangeOf(const ModelInfo &info);

/// From patch distances that were kept; the model is not opened. Errors: NotFound (nothing was kept), Unsupported (the
/// file is another model by now), those of modelInfo() and makeMapView().
Result<OtherMap> keptMap(const OtherMapRequest &request, const JobContext &context);
/// The model is opened, scores the image and is closed again; what it found is kept. Errors: those of openModel(),
/// score() and keptMap() but for NotFound.
Result<OtherMap> scoredMap(const OtherMapRequest &request, const JobContext &context);

/// The map of another model for one image at a time, by a job: from what was kept, else by scoring, in its turn behind
/// whatever uses the engine.
class OtherModelMap : public QObject
{
    Q_OBJECT
public:
    using Answer = std::shared_ptr<const OtherMap>;

    /// \param enginePool of whoever scores; outlives this.
    explicit OtherModelMap(QThreadPool *enginePool, QObject *parent = nullptr);
    ~OtherModelMap() override;

    /// What was shown or asked for before is dropped.
    void show(const OtherMapRequest &request);
    void forget();
    /// Stops what runs; error() is then Cancelled.
    void cancel();

    const Answer &latest() const { return m_latest; } ///< null: there is none (yet)
    const std::optional<Error> &error() const { return m_error; }
    bool running() const { return m_keptJob.running() || m_scoreJob.running(); }
    /// The image is being scored, or waits for it.
    bool scoring() const { return m_scoreJob.running(); }
    JobRunnerBase *keptRunner() { return &m_keptJob; }
    JobRunnerBase *scoreRunner() { return &m_scoreJob; }

signals:
    void changed();

private:
    void take(Result<Answer> answer);

    QThreadPool m_pool; ///< before the runner: destroyed after it
    JobRunner<Answer> m_keptJob;
    JobRunner<Answer> m_scoreJob;
    Answer m_latest;
    std::optional<Error> m_error;
};

} // namespace patina
