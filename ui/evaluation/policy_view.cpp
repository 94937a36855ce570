#include "ui/evaluation/policy_view.h"

#include "ui/evaluation/evaluation_state.h"
#include "ui/look.h"
#include "ui/models/policy_model.h"
#include "ui/models/question_model.h"
#include "ui/panels/plain_table.h"
#include "ui/session.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace patina {

PolicyView::PolicyView(Session *session, EvaluationState *state, QWidget *parent)
    : QWidget(parent), m_session(session), m_state(state), m_policies(new PolicyModel(this)),
      m_questions(new QuestionModel(this)), m_hint(new QLabel(this)), m_policyTable(new QTableView(this)),
      m_summary(new QLabel(this)), m_questionTable(new QTableView(this))
{
    makePlain(m_policyTable, "policyTable");
    m_policyTable->setModel(m_policies);
    m_policyTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_policyTable->horizontalHeader()->setStretchLastSection(false);
    makePlain(m_questionTable, "questionTable");
    m_questionTable->setModel(m_questions);
    m_questionTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_hint->setObjectName(QStringLiteral("policyHint"));
    m_hint->setWordWrap(true);
    m_summary->setObjectName(QStringLiteral("questionSummary"));
    m_summary->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, kGrid / 2, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addWidget(m_hint);
    column->addWidget(m_policyTable, 1);
    column->addWidget(m_summary);
    column->addWidget(m_questionTable, 1);
    setFocusProxy(m_policyTable);
    connect(m_state, &EvaluationState::pointsChanged, this, &PolicyView::refresh);
    connect(m_policyTable, &QTableView::activated, this,
            [this](const QModelIndex &index) { m_session->setPolicy(m_policies->line(index.row()).policy); });
    connect(m_questionTable, &QTableView::activated, this, [this](const QModelIndex &index) {
        const OpenQuestion &question = m_questions->question(index.row());
        const cv::Rect &box = question.box;
        emit regionChosen(QString::fromStdString(question.image), QRect(box.x, box.y, box.width, box.height));
    });
    retranslateUi();
}

/// Only what somebody looks at.
void PolicyView::refresh()
{
    if (!isVisible())
        return;
    std::vector<PolicyModel::Line> lines;
    const ProjectEvaluation *all = m_state->all();
    if (all != nullptr && m_state->range().calibrated())
        for (std::size_t i = 0; i < all->policies.size(); ++i) {
            const Evaluation &one = all->evaluations[i];
            const OperatingPoint point = countsAt(one.outcomes, one.classes, one.settings, *m_state->range().review);
            lines.push_back({all->policies[i], point.defects.back().recall, point.overkill, one.image.auroc,
                             one.pixel.ap, one.pixel.aupro30});
        }
    m_policies->setLines(std::move(lines), m_state->policyIndex(), m_state->hasKind(ClassKind::Impurity),
                         m_state->hasKind(ClassKind::Ambiguous));
    showQuestions();
}

void PolicyView::showQuestions()
{
    const ProjectEvaluation *all = m_state->all();
    OpenQuestions questions;
    if (all != nullptr && m_state->range().calibrated() && m_state->hasKind(ClassKind::Ambiguous)) {
        const ImpurityPolicy impurity = m_state->policy().impurity;
        const int ignored = policyIndex(all->policies, {impurity, AmbiguousPolicy::Ignored}, all->classes);
        const int harsh = policyIndex(all->policies, {impurity, AmbiguousPolicy::Defect}, all->classes);
        if (ignored >= 0 && harsh >= 0)
            questions = openQuestions(all->evaluations[static_cast<std::size_t>(ignored)],
                                      all->evaluations[static_cast<std::size_t>(harsh)], *m_state->range().review);
    }
    const auto settling = static_cast<int>(questions.settling);
    const bool any = !questions.regions.empty();
    m_questions->setQuestions(std::move(questions), all ? all->classes : std::vector<LabelClass>());
    m_questionTable->setVisible(any);
    if (!any)
        m_summary->setText(tr("No region is ambiguous: nothing is left to be decided."));
    else if (settling == 0)
        m_summary->setText(tr("Whatever the ambiguous regions are, recall and overkill stay as they are at this "
                              "threshold."));
    else
        m_summary->setText(tr("Deciding the first %n ambiguous regions settles 80 % of the uncertainty. Return opens "
                              "one.",
                              nullptr, settling));
}

void PolicyView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void PolicyView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void PolicyView::retranslateUi()
{
    m_hint->setText(tr("What labels count as moves the figures by this much, at the review threshold. Return uses a "
                       "policy."));
    m_policyTable->setAccessibleName(tr("Figures by policy"));
    m_questionTable->setAccessibleName(tr("Ambiguous regions"));
    m_policies->setLines({}, -1, false, false);
    m_questions->setQuestions({}, {});
    refresh();
}

} // namespace patina
