#pragma once

#include "core/comparison/comparison.h"
#include "core/evaluation/project_evaluation.h"
#include "ui/document/project_document.h"
#include "ui/jobs/inspection_engine.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/project_evaluator.h"

#include <QObject>
#include <QThreadPool>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace patina {

/// What the open model, under the policy in use, is compared with: another model under the same policy, or itself under
/// another policy.
struct ComparedWith
{
    std::string modelHash; ///< empty: the open model
    std::filesystem::path file{};
    LabelPolicy policy{}; ///< of the second side

    bool operator==(const ComparedWith &) const = default;
};

/// Both sides of it at their own thresholds; A is the open model.
struct ModelComparison
{
    Comparison comparison;
    ComparedWith with;
    bool regionsTold = true;           ///< of good images at all four thresholds, see RecountedEvaluation
    std::int64_t imagesA = 0;          ///< evaluated
    std::vector<SkippedImage> missing; ///< of the second side: what could not be used, and why
};

/// One that could not be compared.
struct FailedComparison
{
    ComparedWith with;
    Error error; ///< NotFound: nothing was kept of the other model
};

/// The open model with each of several others, in the order in which they were asked for.
struct ModelComparisons
{
    std::vector<ModelComparison> found; ///< at least one
    std::vector<FailedComparison> failed;
};

/// Compares in a job of its own, from kept patch distances: other models are not opened, only their files are asked
/// what they say about themselves. One after another: of each no more than the comparison stays.
class ModelComparer : public QObject
{
    Q_OBJECT
public:
    using Answer = std::shared_ptr<const ModelComparisons>;

    /// \param engine, \param project, \param evaluator whose latest figures are side A; not owned, outlive this.
    ModelComparer(std::shared_ptr<const InspectionEngine> engine, const ProjectDocument *project,
                  ProjectEvaluator *evaluator, QObject *parent = nullptr);
    ~ModelComparer() override;

    /// What was asked for before is dropped. Nothing happens where there are no figures of the open model.
    /// \param policy in use. \param range of the open model.
    void compare(const std::vector<ComparedWith> &with, const LabelPolicy &policy, const ScoreRange &range);
    void forget();

    const Answer &latest() const { return m_latest; } ///< null: there is none
    /// Why there is none: that of the first. NotFound: nothing was kept of it.
    const std::optional<Error> &error() const { return m_error; }
    bool running() const { return m_job.running(); }
    JobRunnerBase *runner() { return &m_job; }

signals:
    void compared(); ///< latest() or error() is another

private:
    std::shared_ptr<const InspectionEngine> m_engine;
    const ProjectDocument *m_project = nullptr;
    ProjectEvaluator *m_evaluator = nullptr;
    QThreadPool m_pool; ///< before the runner: destroyed after it
    JobRunner<Answer> m_job;
    Answer m_latest;
    std::optional<Error> m_error;
};

} // namespace patina
