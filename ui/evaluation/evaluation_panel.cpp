#include "ui/evaluation/evaluation_panel.h"

#include "ui/evaluation/compare_view.h"
#include "ui/evaluation/drift_view.h"
#include "ui/evaluation/evaluation_charts.h"
#include "ui/evaluation/evaluation_state.h"
#include "ui/evaluation/evaluation_tables.h"
#include "ui/evaluation/policy_view.h"
#include "ui/evaluation/rule_box.h"
#include "ui/jobs/map_shelf.h"
#include "ui/look.h"
#include "ui/session.h"
#include "ui/text/figure_words.h"
#include "ui/text/reason_words.h"
#include "ui/text/text.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace patina {

namespace {

constexpr std::array kImpurities{ImpurityPolicy::Normal, ImpurityPolicy::Defect, ImpurityPolicy::Ignored};
constexpr std::array kAmbiguous{AmbiguousPolicy::Ignored, AmbiguousPolicy::Defect, AmbiguousPolicy::Impurity};

bool hasAWord(const ProjectContents &contents, const std::string &reader)
{
    const auto own = [&](const auto &said) { return said.reader == reader; };
    return std::ranges::any_of(contents.labels, own) || std::ranges::any_of(contents.reviews, own);
}

} // namespace

EvaluationPanel::EvaluationPanel(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_state(new EvaluationState(session, this))
{
    setObjectName(QStringLiteral("evaluationPanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    column->setSpacing(kGrid / 2);
    column->addWidget(createHead());
    column->addWidget(createBody(), 1);
    setFocusProxy(m_charts);
    connectParts();
    retranslateUi();
}

QSize EvaluationPanel::sizeHint() const
{
    return {150 * kGrid, 48 * kGrid};
}

QWidget *EvaluationPanel::createHead()
{
    auto *head = new QWidget(this);
    m_summary = new QLabel(head);
    m_summary->setObjectName(QStringLiteral("evaluationSummary"));
    m_summary->setWordWrap(true);
    m_impurityLabel = new QLabel(head);
    m_impurity = new QComboBox(head);
    m_impurity->setObjectName(QStringLiteral("impurityPolicy"));
    m_impurityLabel->setBuddy(m_impurity);
    m_ambiguousLabel = new QLabel(head);
    m_ambiguous = new QComboBox(head);
    m_ambiguous->setObjectName(QStringLiteral("ambiguousPolicy"));
    m_ambiguousLabel->setBuddy(m_ambiguous);
    for (QComboBox *box : {m_impurity, m_ambiguous}) {
        for (int i = 0; i < 3; ++i)
            box->addItem(QString());
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    }
    m_again = new QPushButton(themedIcon(QStringLiteral("resume")), {}, head);
    m_again->setObjectName(QStringLiteral("evaluateAgain"));
    m_report = new QPushButton(themedIcon(QStringLiteral("export")), {}, head);
    m_report->setObjectName(QStringLiteral("writeReport"));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addWidget(m_summary, 1);
    row->addWidget(m_impurityLabel);
    row->addWidget(m_impurity);
    row->addWidget(m_ambiguousLabel);
    row->addWidget(m_ambiguous);
    row->addWidget(m_again);
    row->addWidget(m_report);
    return head;
}

QWidget *EvaluationPanel::createBody()
{
    m_pages = new QStackedWidget(this);
    m_nothing = new QLabel(m_pages);
    m_nothing->setObjectName(QStringLiteral("evaluationNothing"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    auto *sides = new QSplitter(m_pages);
    sides->setObjectName(QStringLiteral("evaluationSides"));
    sides->setChildrenCollapsible(false);
    m_charts = new EvaluationCharts(m_session, m_state, sides);
    m_tabs = new QTabWidget(sides);
    m_tabs->setObjectName(QStringLiteral("evaluationTabs"));
    m_tabs->setDocumentMode(true);
    m_tables = new EvaluationTables(m_state, m_tabs);
    m_rules = new RuleBox(m_session, m_state, m_tabs);
    m_policies = new PolicyView(m_session, m_state, m_tabs);
    m_compare = new CompareView(m_session, m_state, m_tabs);
    m_drift = new DriftView(m_session, m_state, m_tabs);
    for (QWidget *page :
         {static_cast<QWidget *>(m_tables), static_cast<QWidget *>(m_rules), static_cast<QWidget *>(m_policies),
          static_cast<QWidget *>(m_compare), static_cast<QWidget *>(m_drift)})
        m_tabs->addTab(page, QString());
    // Its widest page does not take the room of the charts.
    m_tabs->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    m_tabs->setMinimumWidth(48 * kGrid);
    sides->addWidget(m_charts);
    sides->addWidget(m_tabs);
    sides->setSizes({1100, 900}); // eleven to nine, whatever there is
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(sides);
    return m_pages;
}

void EvaluationPanel::connectParts()
{
    ProjectEvaluator *evaluator = &m_session->evaluator();
    connect(evaluator, &ProjectEvaluator::evaluated, this, &EvaluationPanel::showState);
    connect(evaluator, &ProjectEvaluator::staleChanged, this, &EvaluationPanel::showState);
    connect(m_state, &EvaluationState::evaluationChanged, this, &EvaluationPanel::showState);
    connect(&m_session->project(), &ProjectDocument::settingsChanged, this, &EvaluationPanel::showPolicy);
    connect(&m_session->project(), &ProjectDocument::classesChanged, this, &EvaluationPanel::showPolicy);
    connect(&m_session->project(), &ProjectDocument::projectChanged, this, &EvaluationPanel::showPolicy);
    for (QComboBox *box : {m_impurity, m_ambiguous})
        connect(box, &QComboBox::activated, this, &EvaluationPanel::choosePolicy);
    connect(m_again, &QPushButton::clicked, this, [this] { m_session->evaluator().setWanted(true); });
    connect(m_report, &QPushButton::clicked, this, &EvaluationPanel::reportWanted);
    connect(m_tables, &EvaluationTables::placeChosen, this, &EvaluationPanel::placeChosen);
    connect(m_policies, &PolicyView::regionChosen, this, &EvaluationPanel::regionChosen);
    connect(m_compare, &CompareView::placeChosen, this, &EvaluationPanel::placeChosen);
    connect(m_drift, &DriftView::failed, this, &EvaluationPanel::failed);
    connect(m_charts, &EvaluationCharts::failed, this, &EvaluationPanel::failed);
}

void EvaluationPanel::choosePolicy()
{
    m_session->setPolicy({kImpurities[static_cast<std::size_t>(m_impurity->currentIndex())],
                          kAmbiguous[static_cast<std::size_t>(m_ambiguous->currentIndex())]});
    showPolicy(); // it may not have been kept
}

void EvaluationPanel::showPolicy()
{
    const LabelPolicy policy = m_state->policy();
    const bool impurities = m_state->hasKind(ClassKind::Impurity);
    const bool ambiguous = m_state->hasKind(ClassKind::Ambiguous);
    m_impurity->setCurrentIndex(
        static_cast<int>(std::ranges::find(kImpurities, policy.impurity) - kImpurities.begin()));
    m_ambiguous->setCurrentIndex(
        static_cast<int>(std::ranges::find(kAmbiguous, policy.ambiguous) - kAmbiguous.begin()));
    for (QWidget *part : {static_cast<QWidget *>(m_impurityLabel), static_cast<QWidget *>(m_impurity)})
        part->setVisible(impurities);
    for (QWidget *part : {static_cast<QWidget *>(m_ambiguousLabel), static_cast<QWidget *>(m_ambiguous)})
        part->setVisible(ambiguous);
    for (QComboBox *box : {m_impurity, m_ambiguous})
        box->setEnabled(m_session->project().canWrite());
}

QString EvaluationPanel::whyNothing() const
{
    const ProjectEvaluator &evaluator = m_session->evaluator();
    if (!m_session->project().isOpen())
        return tr("Figures are of a project: make one of your folder, or open one.");
    if (m_session->project().isBlind())
        return tr("While a second reading runs nothing is shown that others have said.");
    if (!m_session->scorer())
        return tr("Open a model, or train one, and score the images.");
    if (evaluator.running())
        return tr("Evaluating...");
    if (evaluator.error() && evaluator.error()->code == ErrorCode::NotFound)
        return tr("Of the images that the model was not made from nobody has said yet what they show: decide their "
                  "regions, paint what was missed, or open a data set with test images.");
    if (evaluator.error() && evaluator.error()->detail.ends_with(kNotScored))
        return tr("None of the images that count is scored with this model yet: score all images.");
    if (evaluator.error())
        return Text::error(*evaluator.error());
    return evaluator.isStale() ? tr("The evaluation was cancelled.") : QString();
}

QString EvaluationPanel::summary() const
{
    const Evaluation *shown = m_state->evaluation();
    if (shown == nullptr)
        return {};
    const ProjectEvaluation &all = *m_state->all();
    QStringList parts;
    parts << tr("%n images", nullptr, static_cast<int>(shown->outcomes.images.size()));
    parts << tr("%n good", nullptr, static_cast<int>(shown->counts.goodImages));
    parts << tr("%n with defects", nullptr, static_cast<int>(shown->counts.anomalousImages));
    const auto waiting = static_cast<int>(std::ranges::count(all.skipped, kNotScored, &SkippedImage::why));
    if (waiting > 0)
        parts << tr("%n not scored yet", nullptr, waiting);
    if (const int unusable = static_cast<int>(all.skipped.size()) - waiting; unusable > 0)
        parts << tr("%n could not be used", nullptr, unusable);
    if (all.scope.trainedOn > 0)
        parts << tr("%n left out because the model was made from them", nullptr, static_cast<int>(all.scope.trainedOn));
    if (all.scope.notKnown > 0)
        parts << tr("%n nobody has judged", nullptr, static_cast<int>(all.scope.notKnown));
    QString text = parts.join(QStringLiteral(", "));
    const QString reader = m_session->project().reader();
    text = hasAWord(m_session->project().contents(), reader.toStdString()) ? tr("%1; decisions of %2").arg(text, reader)
                                                                           : tr("%1; labels as imported").arg(text);
    if (m_session->evaluator().running())
        return tr("%1 - being brought up to date").arg(text);
    return m_session->evaluator().isStale() ? tr("%1 - not up to date").arg(text) : text;
}

void EvaluationPanel::showState()
{
    const bool any = m_state->evaluation() != nullptr;
    m_nothing->setText(whyNothing());
    m_pages->setCurrentIndex(any ? 1 : 0);
    m_summary->setText(summary());
    QStringList skipped;
    if (any)
        for (const CopyOfUsed &copy : m_state->all()->scope.copies)
            if (const auto &images = m_session->project().contents().images;
                skipped.size() < 20 && copy.image < images.size())
                skipped << tr("%1: a copy of %2, which the model was made from")
                               .arg(QString::fromStdString(images[copy.image].id), QString::fromStdString(copy.of));
    if (any)
        for (const SkippedImage &image : m_state->all()->skipped)
            if (skipped.size() < 20)
                skipped << tr("%1: %2").arg(QString::fromStdString(image.id), ReasonWords::why(image.why));
    m_summary->setToolTip(skipped.join(QLatin1Char('\n')));
    const ProjectEvaluator &evaluator = m_session->evaluator();
    m_again->setVisible(evaluator.possible() && evaluator.isStale() && !evaluator.running() && !evaluator.error());
    m_report->setEnabled(any && !evaluator.running() && !evaluator.isStale());
}

void EvaluationPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_session->evaluator().setWanted(true);
    showState();
}

void EvaluationPanel::hideEvent(QHideEvent *event)
{
    m_session->evaluator().setWanted(false);
    QWidget::hideEvent(event);
}

void EvaluationPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void EvaluationPanel::retranslateUi()
{
    m_impurityLabel->setText(tr("Impurities"));
    m_ambiguousLabel->setText(tr("Ambiguous regions"));
    for (std::size_t i = 0; i < kImpurities.size(); ++i)
        m_impurity->setItemText(static_cast<int>(i), FigureWords::impurityPolicy(kImpurities[i]));
    for (std::size_t i = 0; i < kAmbiguous.size(); ++i)
        m_ambiguous->setItemText(static_cast<int>(i), FigureWords::ambiguousPolicy(kAmbiguous[i]));
    m_impurity->setAccessibleName(m_impurityLabel->text());
    m_ambiguous->setAccessibleName(m_ambiguousLabel->text());
    m_again->setText(tr("Evaluate again"));
    m_report->setText(tr("Report..."));
    m_report->setToolTip(tr("Write a report of these figures as HTML or PDF, in English"));
    m_tabs->setTabText(0, tr("Counts"));
    m_tabs->setTabText(1, tr("Rule"));
    m_tabs->setTabText(2, tr("Policy"));
    m_tabs->setTabText(3, tr("Compare"));
    m_tabs->setTabText(4, tr("Drift"));
    m_tabs->setAccessibleName(tr("Figures"));
    showPolicy();
    showState();
}

} // namespace patina
