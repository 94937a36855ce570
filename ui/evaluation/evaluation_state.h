#pragma once

#include "core/evaluation/project_evaluation.h"
#include "core/metrics/operating_point.h"
#include "ui/document/score_range.h"

#include <QObject>

#include <memory>

namespace patina {

class Session;

/// What the views of the evaluation show: the latest figures under the project's policy, counted at the thresholds of
/// the moment, also while these are being moved.
class EvaluationState : public QObject
{
    Q_OBJECT
public:
    /// \param session not owned, outlives this.
    explicit EvaluationState(Session *session, QObject *parent = nullptr);

    /// Null: there are no figures.
    const ProjectEvaluation *all() const { return m_all.get(); }
    /// Under the policy; null: there are no figures.
    const Evaluation *evaluation() const;
    /// Into all()->policies; -1: there are no figures.
    int policyIndex() const { return m_policy; }
    LabelPolicy policy() const;
    /// Has the project impurities, ambiguous classes?
    bool hasKind(ClassKind kind) const;

    /// Thresholds of the moment.
    const ScoreRange &range() const { return m_range; }
    // At these; empty where there are no figures:
    const OperatingPoint &review() const { return m_review; }
    const OperatingPoint &reject() const { return m_reject; }

signals:
    void evaluationChanged(); ///< other figures, or another policy; pointsChanged() follows
    void pointsChanged();     ///< the thresholds, and what is counted at them

private:
    void take();
    void usePolicy();
    void setRange(const ScoreRange &range);
    void count();

    Session *m_session = nullptr;
    std::shared_ptr<const ProjectEvaluation> m_all;
    int m_policy = -1;
    ScoreRange m_range;
    OperatingPoint m_review;
    OperatingPoint m_reject;
};

} // namespace patina
