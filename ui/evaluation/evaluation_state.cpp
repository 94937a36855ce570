#include "ui/evaluation/evaluation_state.h"

#include "core/project/project_thresholds.h"
#include "ui/session.h"

#include <algorithm>

namespace patina {

EvaluationState::EvaluationState(Session *session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session->evaluator(), &ProjectEvaluator::evaluated, this, &EvaluationState::take);
    connect(&session->project(), &ProjectDocument::settingsChanged, this, &EvaluationState::usePolicy);
    connect(&session->document(), &Document::rangeChanged, this, [this] { setRange(m_session->document().range()); });
    connect(session, &Session::thresholdsMoving, this, [this](double review, double reject) {
        setRange({m_session->document().range().top, review, reject});
    });
    m_range = session->document().range();
}

const Evaluation *EvaluationState::evaluation() const
{
    return m_all && m_policy >= 0 ? &m_all->evaluations[static_cast<std::size_t>(m_policy)] : nullptr;
}

LabelPolicy EvaluationState::policy() const
{
    return m_session->project().isOpen() ? policyOf(m_session->project().contents()) : LabelPolicy();
}

bool EvaluationState::hasKind(ClassKind kind) const
{
    return m_session->project().isOpen() &&
           std::ranges::any_of(m_session->project().contents().classes,
                               [&](const ProjectClass &one) { return one.kind == kind; });
}

void EvaluationState::take()
{
    m_all = m_session->evaluator().latest();
    m_range = m_session->document().range();
    m_policy = m_all ? patina::policyIndex(m_all->policies, policy(), m_all->classes) : -1;
    emit evaluationChanged();
    count();
}

void EvaluationState::usePolicy()
{
    const int index = m_all ? patina::policyIndex(m_all->policies, policy(), m_all->classes) : -1;
    if (index == m_policy)
        return;
    m_policy = index;
    emit evaluationChanged();
    count();
}

void EvaluationState::setRange(const ScoreRange &range)
{
    if (range == m_range)
        return;
    m_range = range;
    count();
}

void EvaluationState::count()
{
    m_review = m_reject = {};
    if (const Evaluation *shown = evaluation(); shown != nullptr && m_range.calibrated()) {
        m_review = countsAt(shown->outcomes, shown->classes, shown->settings, *m_range.review);
        m_reject = countsAt(shown->outcomes, shown->classes, shown->settings, *m_range.reject);
    }
    emit pointsChanged();
}

} // namespace patina
