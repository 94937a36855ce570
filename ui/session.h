#pragma once

#include "ui/canvas/display_image.h"
#include "ui/document/document.h"
#include "ui/document/project_document.h"
#include "ui/document/region_review.h"
#include "ui/jobs/inspection_engine.h"
#include "ui/jobs/job_list.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/map_view.h"
#include "ui/jobs/scoring_queue.h"
#include "ui/jobs/thumbnail_loader.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace patina {

/// Something the user should read.
struct Message
{
    enum class Kind { Error, Notice };
    Kind kind = Kind::Notice;
    QString text;
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
    /// Whoever runs something that takes time lists it here.
    JobList &jobs() { return m_jobs; }
    const JobList &jobs() const { return m_jobs; }
    const InspectionEngine &engine() const { return *m_engine; }
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
    /// Closes the folder or project; the model stays open.
    void closeFolder();
    /// Whose word the decisions are from now on; empty: the login name.
    void setReader(const QString &name);
    /// What scoring is done with. An open model is opened anew; scores that are there stay.
    void setScoring(const ScoringSettings &settings);
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
    /// Loads and shows an image; -1 shows none.
    void showRow(int row);
    /// Thresholds of the model, kept in the project that is open: an undoable change. \param review finite, at most
    /// `reject`. Nothing happens without a calibrated model.
    void setThresholds(double review, double reject);
    /// Back to those that the model was calibrated to.
    void resetThresholds();
    /// Those of the model itself; none without a model.
    ScoreRange modelRange() const { return m_scorer ? m_scorer->range() : ScoreRange{}; }
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
    void messaged(const patina::Message &message);
    void becameIdle();

private:
    void connectJobs();
    void listJobs();
    QString readerName() const;
    void takeFolder(Result<Dataset> dataset, const QString &folder);
    void showDataset(Dataset dataset);
    void takeProject(Result<std::shared_ptr<OpenedProject>> opened, const QString &file);
    void takeModel(Result<std::shared_ptr<Scorer>> scorer, const QString &file);
    void takeImage(Result<std::shared_ptr<const DisplayImage>> image, int row, const ImageRevision &revision);
    // session_map.cpp
    void startHeat();
    /// The regions of the map that is shown anew, for another threshold or other zones.
    void startRegions();
    void startMapJob(const std::function<Result<std::shared_ptr<const MapView>>(const JobContext &)> &job);
    void showMap(const std::shared_ptr<const MapView> &view);
    std::vector<Zone> zonesOn(int row) const;
    void useThresholds();
    void changeThresholds(std::vector<Edit> edits, const std::string &action);
    void zonesChanged();
    void scoringFailed(const ResultStamp &stamp, const Error &error);
    void scoringFinished(bool cancelled);
    bool isFlagged(int row) const;
    void checkSoon();
    void complain(const QString &sentence);

    std::shared_ptr<const InspectionEngine> m_engine;
    Document m_document;
    ProjectDocument m_project;
    RegionReview m_review;
    JobList m_jobs;
    // Pools before the runners that use them: destroyed after them.
    QThreadPool m_enginePool;
    QThreadPool m_imagePool;
    QThreadPool m_thumbnailPool;
    JobRunner<Dataset> m_folderJob;
    JobRunner<std::shared_ptr<OpenedProject>> m_projectJob;
    JobRunner<std::shared_ptr<Scorer>> m_modelJob;
    JobRunner<std::shared_ptr<const DisplayImage>> m_imageJob;
    JobRunner<std::shared_ptr<const MapView>> m_heatJob;
    ScoringQueue m_queue;
    ThumbnailLoader m_thumbnails;
    std::shared_ptr<Scorer> m_scorer;
    std::shared_ptr<const DisplayImage> m_image;
    std::shared_ptr<const MapView> m_view; ///< the one that is shown
    std::vector<Zone> m_zones;             ///< that results follow
    int m_row = -1;
    QString m_reader;
    ScoringSettings m_scoringSettings;
    JobList::Id m_scoringJob = 0;
    bool m_checkPending = false;
};

} // namespace patina
