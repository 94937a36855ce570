#pragma once

#include "core/project/counting_rules.h"
#include "ui/document/document.h"
#include "ui/jobs/inspection_cache.h"
#include "ui/jobs/inspection_engine.h"
#include "ui/jobs/job_runner.h"

#include <QObject>

#include <functional>
#include <memory>
#include <set>
#include <vector>

namespace patina {

/// Lists the regions of flagged images that were scored another day, or at a higher review threshold, from their patch
/// distances: one image after the other, beside whatever else uses the engine. Images whose distances are not kept are
/// left to be listed when they are shown.
class RegionLister : public QObject
{
    Q_OBJECT
public:
    /// \param document not owned, outlives this. \param pool one thread: images are listed in turn.
    RegionLister(Document *document, QThreadPool *pool, QObject *parent = nullptr);

    void setScorer(std::shared_ptr<Scorer> scorer);
    /// Null: only distances in memory are used.
    void setCache(std::shared_ptr<InspectionCache> cache);
    /// What the project says of how the map of an image counts.
    void setRules(std::function<CountingRules(int row)> rulesOn) { m_rulesOn = std::move(rulesOn); }

    /// Lists what is wanted and not known.
    void look();
    /// Other images come.
    void forget();
    bool running() const { return m_job.running(); }

private:
    using Listed = std::shared_ptr<const RegionList>;
    void start(int row);

    Document *m_document = nullptr;
    std::shared_ptr<Scorer> m_scorer;
    std::shared_ptr<InspectionCache> m_cache;
    std::function<CountingRules(int)> m_rulesOn;
    std::set<int> m_inVain; ///< rows whose distances are not kept
    JobRunner<Listed> m_job;
};

} // namespace patina
