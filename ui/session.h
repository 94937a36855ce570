#pragma once

#include "ui/canvas/display_image.h"
#include "ui/document/document.h"
#include "ui/document/project_document.h"
#include "ui/document/region_review.h"
#include "ui/jobs/image_opening.h"
#include "ui/jobs/inspection_engine.h"
#include "ui/jobs/job_list.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/map_view.h"
#include "ui/jobs/project_evaluator.h"
#include "ui/jobs/project_keeper.h"
#include "ui/jobs/region_lister.h"
#include "ui/jobs/result_keeper.h"
#include "ui/jobs/scoring_queue.h"
#include "ui/jobs/thumbnail_loader.h"
#include "ui/jobs/training_runner.h"

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

/// Images on their way from the job that opened them.
struct OpenedImages
{
    Dataset dataset;
    std::vector<ImageRevision> files;
};

/// A project on its way from the job that opened it.
struct OpenedProject
{
    Project project;
    ProjectContents contents;
    OpenedImages images;
};

/// What the window does, without a window: opens folders, projects, models and images, scores, and puts results
/// into the document.
class Session : public QObject
{
    Q_OBJECT
public:
    explicit Session(std::shared_ptr<const InspectionEngine> engine, QObject *parent = nullptr);
    /// Where pictures of large images are kept; the user's cache folder unless it is said.
    void setPyramidCache(PyramidCache cache) { m_pyramids = std::move(cache); }
    const PyramidCache &pyramidCache() const { return m_pyramids; }
    void setPyramidBytes(std::int64_t most) { m_pyramids.setMostBytes(most); }
    ~Session() override;

    Document &document() { return m_document; }
    const Document &document() const { return m_document; }
    ProjectDocument &project() { return m_project; }
    const ProjectDocument &project() const { return m_project; }
    RegionReview &review() { return m_review; }
    const RegionReview &review() const { return m_review; }
    ThumbnailLoader &thumbnails() { return m_thumbnails; }
    TrainingRunner &training() { return m_training; }
    std::shared_ptr<const InspectionEngine> engine() const { return m_engine; }
    /// One thread: whoever scores or trains does it there, one after the other.
    QThreadPool *enginePool() { return &m_enginePool; }
    /// Null: no model is open.
    std::shared_ptr<const Scorer> scorer() const { return m_scorer; }
    ProjectKeeper &keeper() { return m_keeper; }
    ProjectEvaluator &evaluator() { return m_evaluator; }
    /// Whoever runs something that takes time lists it here.
    JobList &jobs() { return m_jobs; }
    const JobList &jobs() const { return m_jobs; }
    /// -1: none.
    int currentRow() const { return m_row; }
    bool scoring() const { return m_queue.running(); }
    /// No job runs or waits.
    bool idle() const;

    /// Closes the project.
    void openFolder(const QString &folder);
    /// A new project of a folder's images, masks and classes. \param file ends with .patinaproj.
    void createProject(const QString &folder, const QString &file);
    /// One file at a time: another one that is asked for meanwhile takes its place once it has ended.
    void openProject(const QString &file);
    /// Closes the folder or project; the model stays open.
    void closeFolder();
    /// Whose word the decisions are from now on; empty: the login name.
    void setReader(const QString &name);
    /// What scoring is done with. An open model is opened anew; scores that are there stay.
    void setScoring(const ScoringSettings &settings);
    /// A project, a model, or a folder.
    void openPath(const QString &path);
    /// The same with this model, whatever a project works with; it is told nothing. Either may be empty.
    void openWith(const QString &model, const QString &path);
    void undo();
    void redo();
    /// Notes that the present reader is done with the image that is shown, where it has regions, as the model sees them
    /// at present, and all are decided.
    void finishImage();
    /// The image that is shown is flagged, and its regions are not there yet.
    bool regionsPending() const;
    struct ReviewCounts
    {
        int flagged = 0;  ///< images; in a second reading those with a decision of the first reader
        int reviewed = 0; ///< of the flagged ones
    };
    ReviewCounts reviewCounts() const;
    void openModel(const QString &file);
    /// A version that the project knows, from now on: an undoable change once it is open. Nothing is changed where the
    /// file is not that version.
    void useModel(const QString &file, const std::string &hash);
    /// Where patch distances are kept, so that heatmaps need no scoring again; null (as at first): nowhere.
    void setCache(std::shared_ptr<InspectionCache> cache);
    /// Where evaluated images are kept.
    void setEvaluationStore(std::shared_ptr<EvaluatedImageStore> store) { m_evaluator.setStore(std::move(store)); }
    /// Loads and shows an image; -1 shows none.
    void showRow(int row);
    /// Thresholds of the model, kept in the project that is open: an undoable change. \param review finite, at most
    /// `reject`. \param rule that has set them, in words; empty: by hand. Nothing happens without a calibrated model.
    void setThresholds(double review, double reject, const std::string &rule = {});
    /// Still moving: whoever shows what they come to follows, nothing is kept.
    void previewThresholds(double review, double reject) { emit thresholdsMoving(review, reject); }
    /// Back to those that the model was calibrated to.
    void resetThresholds();
    /// Those of the model itself; none without a model.
    ScoreRange modelRange() const { return m_scorer ? m_scorer->range() : ScoreRange{}; }
    /// Image pixels that a region needs to count, kept in the project: an undoable change. \param areaPx as
    /// minimumAreaEdits().
    void setMinimumArea(std::int64_t areaPx);
    /// What labels count as in figures, kept in the project: an undoable change.
    void setPolicy(const LabelPolicy &policy);
    void scoreCurrent();
    /// Scores every image that has no score yet.
    void scoreAll();
    // session_training.cpp
    /// The order, where it names no folder, with the images that are open, and what is labelled on them.
    TrainingOrder withOpenImages(TrainingOrder order) const;
    /// One job at a time uses the engine: scoring waits meanwhile. The model is opened, and noted in the project.
    void train(const TrainingOrder &order);

signals:
    void currentChanged(int row);
    /// The image is being read and is not quickly done.
    void imageLoading(const QString &name);
    void imageShown(std::shared_ptr<const patina::DisplayImage> image);
    void imageFailed(const QString &reason);
    /// Null: the image that is shown has no map (any more).
    void heatChanged(std::shared_ptr<const patina::HeatLayer> heat);
    void thresholdsMoving(double review, double reject);
    void messaged(const patina::Message &message);
    void becameIdle();
    /// The project cannot be opened, or its file is not what it was written as.
    void projectDamaged(const QString &file);

private:
    void connectJobs();
    void listJobs();
    QString readerName() const;
    void takeFolder(Result<OpenedImages> opened, const QString &folder);
    void showImages(OpenedImages images);
    void showProjectImages();
    using ProjectJob = JobRunner<std::shared_ptr<OpenedProject>>;
    void startProject(const QString &file, ProjectJob::Job job);
    /// What is on its way is not wanted any more.
    void dropProject();
    void takeProject(Result<std::shared_ptr<OpenedProject>> opened, const QString &file);
    // session_model.cpp, openModel() and useModel() too
    /// A model that is to be opened, and what for.
    struct ModelWish
    {
        enum class Note { No, WhereChosen, Yes };
        QString file;
        std::string hash{};              ///< that it has to have; empty: any
        Note note = Note::No;            ///< in the project, that it is in use; or only where one was chosen before
        bool kept = false;               ///< nobody asks for it but the project
        bool scoresWaiting = false;      ///< images wait for it
        std::filesystem::path project{}; ///< that is open; another one is told nothing
    };
    void startModel(ModelWish wish);
    /// What was to be opened for a project that is left.
    void dropModelWish();
    void takeWished(Result<std::shared_ptr<Scorer>> scorer);
    void refuseModel(const Result<std::shared_ptr<Scorer>> &scorer);
    void takeModel(std::shared_ptr<Scorer> scorer, const QString &file);
    void noteModelInUse(const ModelWish &wish, const std::string &hash);
    void followModelChoice(const Change &change);
    /// The model whose results are shown, or that the project works with, where it was.
    void openKeptModel(const QString &file, const std::string &hash);
    /// A project that has chosen a model is not shown with one that was opened for something else.
    void openChosenModel();
    QString notedModelFile(const std::string &hash) const;
    std::filesystem::path projectFile() const;
    // session_image.cpp, showRow() too
    void startImage(int row, const JobRunner<OpenedImage>::Job &job);
    void takeImage(Result<OpenedImage> opened, int row, const ImageRevision &revision);
    void imageUnreadable(int row, const ImageRevision &revision, const Error &error);
    void growImage(const std::shared_ptr<PyramidWork> &work, int row, const ImageRevision &revision);
    // session_map.cpp
    void startHeat();
    /// The regions of the map that is shown anew, for another threshold or as it counts now.
    void startRegions();
    void startMapJob(const std::function<Result<std::shared_ptr<const MapView>>(const JobContext &)> &job);

    // session_results.cpp
    void connectKeepers();
    /// From the cache, else by scoring.
    void fetchInspection();
    void showMap(const std::shared_ptr<const MapView> &view);
    void showReading(const std::shared_ptr<const MapView> &view);
    std::optional<std::vector<RunMask>> readingMasks() const;
    CountingRules rulesOn(int row) const;
    void useThresholds();
    void changeThresholds(std::vector<Edit> edits, const std::string &action);
    void countingChanged();
    void noteCounting();
    void forgetOutdated();
    void takeScore(const ResultStamp &stamp, const Inspection &inspection,
                   const std::shared_ptr<const RegionList> &regions);
    void scoringFailed(const ResultStamp &stamp, const Error &error);
    void scoringFinished(bool cancelled);
    void takeTraining(const Result<TrainingOutcome> &outcome);
    void recordModel(const TrainingOutcome &outcome);
    QString trainingTitle() const;
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
    QThreadPool m_evaluationPool;
    JobRunner<OpenedImages> m_folderJob;
    ProjectJob m_projectJob;
    struct NextProject
    {
        QString file;
        ProjectJob::Job job;
    };
    QString m_projectFile;                    ///< that is being opened or made; empty: none that is wanted
    std::optional<NextProject> m_nextProject; ///< waits until the present one's file is let go
    JobRunner<std::shared_ptr<Scorer>> m_modelJob;
    JobRunner<OpenedImage> m_imageJob;
    JobRunner<bool> m_growthJob; ///< fills the pyramid of the image that is shown
    JobRunner<std::shared_ptr<const MapView>> m_heatJob;
    JobRunner<std::shared_ptr<Inspection>> m_cacheJob;
    ScoringQueue m_queue;
    RegionLister m_lister;
    ResultKeeper m_results;
    ProjectKeeper m_keeper;
    ProjectEvaluator m_evaluator;
    std::shared_ptr<InspectionCache> m_cache;
    ModelWish m_wish;          ///< of m_modelJob
    bool m_modelGiven = false; ///< for the project that is opened next
    ThumbnailLoader m_thumbnails;
    TrainingRunner m_training;
    std::filesystem::path m_trainedFor; ///< project file; empty: none was open
    bool m_scoreWithNext = false;       ///< images wait for the model that was trained
    bool m_scoringGoesOn = false;       ///< what is scored is begun anew at once
    std::shared_ptr<Scorer> m_scorer;
    PyramidCache m_pyramids;
    std::shared_ptr<const DisplayImage> m_image;
    std::shared_ptr<const MapView> m_view; ///< the one that is shown
    std::vector<Zone> m_zones;             ///< that results follow
    std::int64_t m_minimumAreaPx = 1;      ///< the same
    int m_row = -1;
    QString m_reader;
    ScoringSettings m_scoringSettings;
    JobList::Id m_scoringJob = 0;
    JobList::Id m_trainingJob = 0;
    bool m_checkPending = false;
};

} // namespace patina
