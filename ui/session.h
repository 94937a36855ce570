#pragma once

#include "ui/canvas/display_image.h"
#include "ui/canvas/heat_layer.h"
#include "ui/document/document.h"
#include "ui/document/project_document.h"
#include "ui/document/region_review.h"
#include "ui/jobs/inspection_engine.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/project_keeper.h"
#include "ui/jobs/result_keeper.h"
#include "ui/jobs/scoring_queue.h"
#include "ui/jobs/thumbnail_loader.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <vector>

namespace patina {

/// What runs at the moment, for the status bar.
struct Activity
{
    QString text;
    qint64 done = 0;
    qint64 total = 0; ///< 0 = unknown
    std::optional<qint64> remainingMs;
};

/// Something the user should read.
struct Message
{
    enum class Kind { Error, Notice };
    Kind kind = Kind::Notice;
    QString text;
};

/// What is made of an image's score map to be shown.
struct MapView
{
    std::shared_ptr<const HeatLayer> heat;
    std::vector<FlaggedRegion> regions; ///< at the review threshold; none where the model has none
    cv::Size mapSize;
};

/// A project on its way from the job that opened it.
struct OpenedProject
{
    Project project;
    ProjectContents contents;
};

/// What the window does, without a window: opens folders, projects, models and images, scores, and puts results
/// into the document.
class Session : public QObject
{
    Q_OBJECT
public:
    explicit Session(std::shared_ptr<const InspectionEngine> engine, QObject *parent = nullptr);
    ~Session() override;

    Document &document() { return m_document; }
    const Document &document() const { return m_document; }
    ProjectDocument &project() { return m_project; }
    const ProjectDocument &project() const { return m_project; }
    RegionReview &review() { return m_review; }
    const RegionReview &review() const { return m_review; }
    ThumbnailLoader &thumbnails() { return m_thumbnails; }
    ProjectKeeper &keeper() { return m_keeper; }
    /// -1: none.
    int currentRow() const { return m_row; }
    bool scoring() const { return m_queue.running(); }
    /// No job runs or waits.
    bool idle() const;

    /// Closes the project.
    void openFolder(const QString &folder);
    /// A new project of a folder's images, masks and classes. \param file ends with .patinaproj.
    void createProject(const QString &folder, const QString &file);
    void openProject(const QString &file);
    /// A project, or a folder.
    void openPath(const QString &path);
    void undo();
    void redo();
    /// Notes that the present reader is done with the image that is shown, where all its regions are decided.
    void finishImage();
    /// The image that is shown is flagged, and its regions are not there yet.
    bool regionsPending() const;
    /// The flagged image that is nearest to a threshold, of those that the present reader is not done with and that are
    /// not shown. \returns -1: none is left.
    int nextToReview() const;
    struct ReviewCounts
    {
        int flagged = 0;
        int reviewed = 0; ///< of the flagged ones
    };
    ReviewCounts reviewCounts() const;
    void openModel(const QString &file);
    /// Where patch distances are kept, so that heatmaps need no scoring again; null (as at first): nowhere.
    void setCache(std::shared_ptr<InspectionCache> cache);
    /// Loads and shows an image; -1 shows none.
    void showRow(int row);
    void scoreCurrent();
    /// Scores every image that has no score yet.
    void scoreAll();
    /// Stops opening and scoring; scores that are there stay.
    void cancel();

signals:
    void currentChanged(int row);
    /// The image is being read and is not quickly done.
    void imageLoading(const QString &name);
    void imageShown(std::shared_ptr<const patina::DisplayImage> image);
    void imageFailed(const QString &reason);
    /// Null: the image that is shown has no map (any more).
    void heatChanged(std::shared_ptr<const patina::HeatLayer> heat);
    void activityChanged(const std::optional<patina::Activity> &activity);
    void messaged(const patina::Message &message);
    void becameIdle();
    /// The project cannot be opened, or its file is not what it was written as.
    void projectDamaged(const QString &file);

private:
    void connectJobs();
    void takeFolder(Result<Dataset> dataset, const QString &folder);
    void showDataset(Dataset dataset);
    void takeProject(Result<std::shared_ptr<OpenedProject>> opened, const QString &file);
    void takeModel(Result<std::shared_ptr<Scorer>> scorer, const QString &file);
    void takeImage(Result<std::shared_ptr<const DisplayImage>> image, int row, const ImageRevision &revision);
    void startHeat();

    // session_results.cpp
    void connectKeepers();
    /// The model whose results are shown, where it was when they were made.
    void openKeptModel(const QString &file, const std::string &hash);
    /// \returns whether the answer was for openKeptModel() and is no use; what to do is said.
    bool isNotKeptModel(const Result<std::shared_ptr<Scorer>> &scorer, const QString &file);
    /// From the cache, else by scoring.
    void fetchInspection();
    void showMap(const std::shared_ptr<const MapView> &view);
    void scoringFailed(const ResultStamp &stamp, const Error &error);
    void scoringFinished(bool cancelled);
    bool isFlagged(int row) const;
    void tellActivity();
    void checkSoon();
    void complain(const QString &sentence);

    std::shared_ptr<const InspectionEngine> m_engine;
    Document m_document;
    ProjectDocument m_project;
    RegionReview m_review;
    // Pools before the runners that use them: destroyed after them.
    QThreadPool m_enginePool;
    QThreadPool m_imagePool;
    QThreadPool m_thumbnailPool;
    JobRunner<Dataset> m_folderJob;
    JobRunner<std::shared_ptr<OpenedProject>> m_projectJob;
    JobRunner<std::shared_ptr<Scorer>> m_modelJob;
    JobRunner<std::shared_ptr<const DisplayImage>> m_imageJob;
    JobRunner<std::shared_ptr<const MapView>> m_heatJob;
    JobRunner<std::shared_ptr<Inspection>> m_cacheJob;
    ScoringQueue m_queue;
    ResultKeeper m_results;
    ProjectKeeper m_keeper;
    std::shared_ptr<InspectionCache> m_cache;
    std::string m_keptModel; ///< hash that the model which is being opened has to have; empty: any
    ThumbnailLoader m_thumbnails;
    std::shared_ptr<Scorer> m_scorer;
    std::shared_ptr<const DisplayImage> m_image;
    int m_row = -1;
    std::optional<JobProgress> m_openProgress;
    bool m_checkPending = false;
};

} // namespace patina
