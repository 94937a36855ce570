#pragma once

#include "core/evaluation/project_evaluation.h"
#include "ui/document/document.h"
#include "ui/document/project_document.h"
#include "ui/jobs/inspection_cache.h"
#include "ui/jobs/inspection_engine.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/map_shelf.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace patina {

/// The figures of the open project with the open model, from the patch distances of its scored images. While somebody
/// looks at them they follow what is said of the images, a moment later; of thresholds and policy they are free.
class ProjectEvaluator : public QObject
{
    Q_OBJECT
public:
    /// \param document, \param project not owned, outlive this. \param pool outlives this.
    ProjectEvaluator(Document *document, ProjectDocument *project, QThreadPool *pool, QObject *parent = nullptr);

    void setScorer(std::shared_ptr<Scorer> scorer);
    /// Null: only distances in memory are used.
    void setCache(std::shared_ptr<InspectionCache> cache) { m_cache = std::move(cache); }
    /// Null: every image is evaluated anew.
    void setStore(std::shared_ptr<EvaluatedImageStore> store) { m_store = std::move(store); }

    /// Somebody looks at the figures: they are made, and made again when something changes.
    void setWanted(bool wanted);
    /// There is a project with a model, and no second reading, in which others' labels must not show.
    bool possible() const;
    /// The latest; null: there is none of this project and model.
    const std::shared_ptr<const ProjectEvaluation> &latest() const { return m_latest; }
    /// Why there is none; none where nothing failed.
    const std::optional<Error> &error() const { return m_error; }
    /// Something has changed since.
    bool isStale() const { return m_stale; }
    bool running() const { return m_job.running() || m_soon.isActive(); }
    JobRunnerBase *runner() { return &m_job; }
    /// What can be evaluated now, with what maps there are. Without openMap where there is no scorer.
    std::optional<ProjectEvaluationRequest> request();
    /// What there is of the images for a model, without a way to render it: of one that is not open what was kept,
    /// where the open one says which file it belongs to.
    std::shared_ptr<MapShelf> shelf(const std::string &modelHash);

signals:
    void evaluated();    ///< latest() or error() is another
    void staleChanged(); ///< isStale() or running()

private:
    using Answer = std::shared_ptr<const ProjectEvaluation>;
    void change();
    void forget();
    void start();
    OpenMap openMap();

    Document *m_document = nullptr;
    ProjectDocument *m_project = nullptr;
    std::shared_ptr<Scorer> m_scorer;
    std::shared_ptr<InspectionCache> m_cache;
    std::shared_ptr<EvaluatedImageStore> m_store;
    std::shared_ptr<KeptFigures> m_kept = std::make_shared<KeptFigures>();
    JobRunner<Answer> m_job;
    QTimer m_soon;
    Answer m_latest;
    std::optional<Error> m_error;
    std::optional<double> m_mmPerPixel; ///< that the latest figures, or those on their way, were made with
    bool m_wanted = false;
    bool m_stale = true;
};

} // namespace patina
