#pragma once

#include "core/comparison/drift.h"
#include "ui/jobs/job_runner.h"

#include <QObject>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace patina {

class Session;

/// Scores of parts of the open project of which nobody says that anything is on them, and that the open model was not
/// made from: in a good folder, or done with by the reader, with false alarms at most. They are good under every
/// labelling policy, so that no figures have to be made to know them.
std::vector<double> plainGoodScores(const Session &session);

/// Looks at the scores of good parts when scoring is done, and tells once, for each project and model, that they have
/// drifted.
class DriftWatch : public QObject
{
    Q_OBJECT
public:
    /// \param session not owned, outlives this.
    explicit DriftWatch(Session *session, QObject *parent = nullptr);
    ~DriftWatch() override;

signals:
    /// A sentence for the user.
    void warned(const QString &sentence);

private:
    using Known = std::pair<std::string, std::string>; ///< project and model

    void look();
    void take(const Result<Drift> &drift, const Known &of);

    Session *m_session = nullptr;
    JobRunner<Drift> m_job;
    std::set<Known> m_told;
    std::pair<Known, int> m_seen; ///< what was looked at last, with how many scores
};

} // namespace patina
