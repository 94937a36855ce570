#pragma once

#include "core/project/scores.h"
#include "ui/document/document.h"
#include "ui/document/project_document.h"
#include "ui/jobs/job_runner.h"

#include <QObject>
#include <QTimer>

#include <set>
#include <vector>

namespace patina {

/// Carries results between the document and the project: new ones are written some seconds later, many at once; what a
/// project has of the open model, or of the one in use, is shown when it is opened. Only results of images that are as
/// they were when they were scored are shown: the same size and time of change, or the same SHA-256.
class ResultKeeper : public QObject
{
    Q_OBJECT
public:
    /// \param document, \param project not owned, outlive this. \param pool for reading; outlives this.
    ResultKeeper(Document *document, ProjectDocument *project, QThreadPool *pool, QObject *parent = nullptr);
    /// Writes what is waiting.
    ~ResultKeeper() override;

    /// Shows what the open project has of the open model; where none is open, of the one in use, or used last. Called
    /// when a project or a model was opened.
    void load();
    /// Kept results of before the change, which are still being looked at, are not shown.
    void countingChanged();
    /// Writes what is waiting, now.
    void flush();
    bool running() const { return m_job.running(); }

signals:
    /// Results were taken into the document.
    void loaded();
    /// A model is in use, or was used last, and is not open.
    void modelWanted(const QString &file, const std::string &hash);
    void notKept(const patina::Error &error); ///< once for each project
    void runningChanged();

private:
    /// What was kept of one image, and where that lies now.
    struct Candidate
    {
        std::filesystem::path file;
        ImageScore score;
    };
    struct Checked
    {
        std::vector<KeptScore> current;
        std::vector<Candidate> toHash; ///< files of the same size that were written since, or copied
    };
    static Checked compare(const std::string &modelHash, const std::vector<Candidate> &candidates,
                           const JobContext &context);
    static Checked hash(const std::string &modelHash, const std::vector<Candidate> &candidates,
                        const JobContext &context);
    std::vector<Candidate> candidatesOf(const std::vector<ImageScore> &scores) const;
    QString fileOf(const std::string &stored) const;
    /// What is kept of a model. \returns false where nothing is.
    bool show(const ScoringModel &model);
    void take(const std::string &modelHash, Checked checked);
    void put(const std::vector<KeptScore> &scores);
    void note(int row);
    ScoringModel present() const;

    Document *m_document = nullptr;
    ProjectDocument *m_project = nullptr;
    JobRunner<Checked> m_job;
    QTimer m_soon;
    std::set<int> m_rows; ///< with results that are to be written
    bool m_complained = false;
};

} // namespace patina
