#include "ui/evaluation/compare_view.h"

#include "ui/document/project_models.h"
#include "ui/evaluation/evaluation_state.h"
#include "ui/look.h"
#include "ui/models/disagreement_model.h"
#include "ui/models/figure_difference_model.h"
#include "ui/models/model_figures_model.h"
#include "ui/panels/plain_table.h"
#include "ui/session.h"
#include "ui/text/comparison_words.h"
#include "ui/text/figure_words.h"
#include "ui/text/model_words.h"
#include "ui/text/path.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace patina {

namespace {

constexpr int kPauseMs = 300;
constexpr int kNamesPx = 38 * kGrid; ///< of figures, beside several models

} // namespace

CompareView::CompareView(Session *session, EvaluationState *state, QWidget *parent)
    : QWidget(parent), m_session(session), m_state(state),
      m_comparer(new ModelComparer(session->engine(), &session->project(), &session->evaluator(), this)),
      m_figures(new FigureDifferenceModel(this)), m_severalFigures(new ModelFiguresModel(this)),
      m_disagreements(new DisagreementModel(this))
{
    setObjectName(QStringLiteral("compareView"));
    m_pages = new QStackedWidget(this);
    m_nothing = new QLabel(m_pages);
    m_nothing->setObjectName(QStringLiteral("compareNothing"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setTextFormat(Qt::PlainText); // with names of files
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(createTables());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, kGrid / 2, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addWidget(createHead());
    column->addWidget(m_pages, 1);
    setFocusProxy(m_choice);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kPauseMs);
    connectParts();
    retranslateUi();
}

QWidget *CompareView::createHead()
{
    auto *head = new QWidget(this);
    m_choiceLabel = new QLabel(head);
    m_choice = new CompareChoice(head);
    m_choiceLabel->setBuddy(m_choice);
    m_again = new QPushButton(themedIcon(QStringLiteral("redo")), {}, head);
    m_again->setObjectName(QStringLiteral("compareAgain"));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addWidget(m_choiceLabel);
    row->addWidget(m_choice, 1);
    row->addWidget(m_again);
    return head;
}

QWidget *CompareView::createTables()
{
    auto *page = new QWidget(m_pages);
    m_summary = new QLabel(page);
    m_summary->setObjectName(QStringLiteral("compareSummary"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_warning = new QWidget(page);
    m_warning->setObjectName(QStringLiteral("compareWarning"));
    auto *sign = new QLabel(m_warning);
    sign->setPixmap(themedIcon(QStringLiteral("warning")).pixmap(2 * kGrid));
    m_warningText = new QLabel(m_warning);
    m_warningText->setObjectName(QStringLiteral("compareWarningText"));
    m_warningText->setWordWrap(true);
    auto *warned = new QHBoxLayout(m_warning);
    warned->setContentsMargins(0, 0, 0, 0);
    warned->setSpacing(kGrid);
    warned->addWidget(sign, 0, Qt::AlignTop);
    warned->addWidget(m_warningText, 1);
    m_figureTable = new QTableView(page);
    makePlain(m_figureTable, "differenceTable");
    m_figureTable->setModel(m_figures);
    m_figureTable->horizontalHeader()->setStretchLastSection(false);
    m_apart = new QLabel(page);
    m_apart->setObjectName(QStringLiteral("disagreementSummary"));
    m_apart->setWordWrap(true);
    m_placeTable = new QTableView(page);
    makePlain(m_placeTable, "disagreementTable");
    m_placeTable->setModel(m_disagreements);
    m_placeTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_placeTable->horizontalHeader()->setStretchLastSection(false);
    m_placeTable->horizontalHeader()->setSectionResizeMode(DisagreementModel::ImageColumn, QHeaderView::Stretch);
    auto *places = new QWidget(page);
    auto *list = new QVBoxLayout(places);
    list->setContentsMargins(0, kGrid / 2, 0, 0);
    list->setSpacing(kGrid / 2);
    list->addWidget(m_apart);
    list->addWidget(m_placeTable, 1);
    m_tables = new QTabWidget(page); // below each other they would show three rows each
    m_tables->setObjectName(QStringLiteral("compareTables"));
    m_tables->setDocumentMode(true);
    m_tables->addTab(m_figureTable, QString());
    m_tables->addTab(places, QString());
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addWidget(m_summary);
    column->addWidget(m_warning);
    column->addWidget(m_tables, 1);
    return page;
}

void CompareView::connectParts()
{
    m_session->jobs().follow(m_comparer->runner(), [] { return tr("Comparing"); });
    connect(&m_soon, &QTimer::timeout, this, &CompareView::start);
    connect(m_comparer, &ModelComparer::compared, this, &CompareView::showComparison);
    connect(m_comparer->runner(), &JobRunnerBase::runningChanged, this, &CompareView::showState);
    connect(m_state, &EvaluationState::evaluationChanged, this, &CompareView::outdate);
    connect(&m_session->document(), &Document::rangeChanged, this, &CompareView::outdate);
    connect(&m_session->document(), &Document::modelChanged, this, &CompareView::outdate);
    connect(&m_session->project(), &ProjectDocument::settingsChanged, this, &CompareView::outdate);
    connect(&m_session->project(), &ProjectDocument::modelsChanged, this, &CompareView::outdate);
    connect(m_disagreements, &QAbstractItemModel::modelReset, this, &CompareView::disagreementsChanged);
    connect(m_choice, &CompareChoice::chosenChanged, this, &CompareView::outdate);
    connect(m_again, &QPushButton::clicked, this, &CompareView::outdate);
    connect(m_placeTable, &QTableView::activated, this, [this](const QModelIndex &index) { openPlace(index.row()); });
}

std::vector<CompareChoice::Choice> CompareView::choices() const
{
    std::vector<CompareChoice::Choice> found;
    const LabelPolicy used = m_state->policy();
    for (const ModelVersion &version : modelVersions(m_session->project(), m_session->document())) {
        if (version.open)
            continue;
        const QString file = fileNameOf(version.file);
        const QString time = ModelWords::time(version.addedUtc);
        found.push_back({{version.hash, version.file, used}, time.isEmpty() ? file : tr("%1, %2").arg(file, time)});
    }
    const ProjectEvaluation *all = m_state->all();
    for (std::size_t i = 0; all != nullptr && i < all->policies.size(); ++i)
        if (static_cast<int>(i) != m_state->policyIndex())
            found.push_back({{{}, {}, all->policies[i]},
                             tr("This model, %1")
                                 .arg(FigureWords::policy(all->policies[i], m_state->hasKind(ClassKind::Impurity),
                                                          m_state->hasKind(ClassKind::Ambiguous)))});
    return found;
}

/// Only what somebody looks at.
void CompareView::outdate()
{
    m_stale = true;
    if (m_state->evaluation() == nullptr) // of another model, as a rule
        m_comparer->forget();
    if (!isVisible())
        return;
    m_soon.start();
    showState();
}

void CompareView::start()
{
    m_choice->setChoices(openModelName(), choices());
    m_stale = false;
    std::vector<ComparedWith> others;
    for (const CompareChoice::Choice &one : m_choice->chosen())
        others.push_back(one.with);
    if (!others.empty() && m_state->evaluation() != nullptr)
        m_comparer->compare(others, m_state->policy(), m_session->document().range());
    else
        m_comparer->forget();
    showState();
}

void CompareView::showComparison()
{
    const auto &all = m_comparer->latest();
    if (!all) {
        m_figures->clear();
        m_severalFigures->clear();
        m_disagreements->setDisagreements({}, 2);
        return showState();
    }
    showFigures(*all);
    std::vector<const Comparison *> others;
    for (const ModelComparison &found : all->found)
        others.push_back(&found.comparison);
    m_disagreements->setDisagreements(disagreementsOf(others), static_cast<int>(others.size()) + 1);
    m_apart->setText(countsApart(*all));
    const QString unequal = ComparisonWords::unequalOverkill(others);
    m_warningText->setText(unequal);
    m_warning->setVisible(!unequal.isEmpty());
    showState();
}

/// With one other model there is room for a column of each number.
void CompareView::showFigures(const ModelComparisons &all)
{
    std::vector<ModelFiguresModel::Other> others;
    for (const ModelComparison &found : all.found)
        others.push_back({lettered(others.size() + 1, nameOf(found.with)), &found.comparison, found.regionsTold});
    const bool two = others.size() == 1;
    QAbstractItemModel *shown = m_severalFigures;
    if (two) {
        m_figures->setComparison(all.found.front().comparison, all.found.front().regionsTold);
        m_severalFigures->clear();
        shown = m_figures;
    } else {
        m_severalFigures->setComparisons(lettered(0, openModelName()), others);
        m_figures->clear();
    }
    if (m_figureTable->model() == shown)
        return;
    m_figureTable->setModel(shown);
    QHeaderView *header = m_figureTable->horizontalHeader();
    header->setSectionResizeMode(0, two ? QHeaderView::ResizeToContents : QHeaderView::Interactive);
    if (!two)
        header->resizeSection(0, kNamesPx);
}

void CompareView::showState()
{
    const bool waits = m_soon.isActive() || m_comparer->running();
    const auto &all = m_comparer->latest();
    const bool chosen = !m_choice->chosen().empty();
    m_again->setEnabled(!waits && chosen);
    m_nothing->setText(whyNothing());
    m_pages->setCurrentIndex(all && chosen ? 1 : 0);
    if (all) {
        const QString text = summary(*all);
        m_summary->setText(waits ? tr("%1 Being brought up to date.").arg(text) : text);
        m_summary->setToolTip(missingImages(*all));
    }
}

void CompareView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        outdate();
}

void CompareView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

} // namespace patina
