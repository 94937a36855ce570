#include "ui/evaluation/compare_view.h"

#include "ui/document/project_models.h"
#include "ui/evaluation/evaluation_state.h"
#include "ui/look.h"
#include "ui/models/disagreement_model.h"
#include "ui/models/figure_difference_model.h"
#include "ui/panels/plain_table.h"
#include "ui/session.h"
#include "ui/text/figure_words.h"
#include "ui/text/model_words.h"
#include "ui/text/path.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace patina {

namespace {

constexpr int kPauseMs = 300;

} // namespace

CompareView::CompareView(Session *session, EvaluationState *state, QWidget *parent)
    : QWidget(parent), m_session(session), m_state(state),
      m_comparer(new ModelComparer(session->engine(), &session->project(), &session->evaluator(), this)),
      m_figures(new FigureDifferenceModel(this)), m_disagreements(new DisagreementModel(this))
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
    m_choice = new QComboBox(head);
    m_choice->setObjectName(QStringLiteral("compareChoice"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(16);
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
    auto *below = new QWidget(page);
    auto *list = new QVBoxLayout(below);
    list->setContentsMargins(0, kGrid / 2, 0, 0);
    list->setSpacing(kGrid / 2);
    list->addWidget(m_apart);
    list->addWidget(m_placeTable, 1);
    auto *halves = new QSplitter(Qt::Vertical, page);
    halves->setObjectName(QStringLiteral("compareHalves"));
    halves->setChildrenCollapsible(false);
    halves->addWidget(m_figureTable);
    halves->addWidget(below);
    halves->setSizes({3 * kGrid, 2 * kGrid}); // three to two
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addWidget(m_summary);
    column->addWidget(halves, 1);
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
    connect(m_choice, &QComboBox::activated, this, &CompareView::outdate);
    connect(m_again, &QPushButton::clicked, this, &CompareView::outdate);
    connect(m_placeTable, &QTableView::activated, this, [this](const QModelIndex &index) { openPlace(index.row()); });
}

std::vector<CompareView::Choice> CompareView::choices() const
{
    std::vector<Choice> found;
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

/// What was chosen stays chosen as long as it is there.
void CompareView::fillChoices()
{
    const Choice *before = chosen();
    const auto isIt = [kept = before ? before->with : ComparedWith()](const Choice &one) {
        return one.with.modelHash == kept.modelHash && (!one.with.modelHash.empty() || one.with == kept);
    };
    std::vector<Choice> found = choices();
    const auto place = std::ranges::find_if(found, isIt);
    const int index = found.empty() ? -1 : place == found.end() ? 0 : static_cast<int>(place - found.begin());
    m_choices = std::move(found);
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    for (const Choice &one : m_choices)
        m_choice->addItem(one.name);
    m_choice->setCurrentIndex(index);
    m_choice->setEnabled(!m_choices.empty());
}

const CompareView::Choice *CompareView::chosen() const
{
    const int index = m_choice->currentIndex();
    return index >= 0 && index < std::ssize(m_choices) ? &m_choices[static_cast<std::size_t>(index)] : nullptr;
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
    fillChoices();
    m_stale = false;
    if (const Choice *with = chosen(); with != nullptr && m_state->evaluation() != nullptr)
        m_comparer->compare(with->with, m_state->policy(), m_session->document().range());
    else
        m_comparer->forget();
    showState();
}

void CompareView::showComparison()
{
    const auto &found = m_comparer->latest();
    if (!found) {
        m_figures->clear();
        m_disagreements->setDisagreements({});
        return showState();
    }
    m_figures->setComparison(found->comparison, found->regionsTold);
    m_disagreements->setDisagreements(disagreementsOf(found->comparison));
    using Kind = Disagreement::Kind;
    const QString finds = tr("Only A finds %1 defects, only B %2")
                              .arg(ModelWords::count(m_disagreements->count(Kind::OnlyAFinds)),
                                   ModelWords::count(m_disagreements->count(Kind::OnlyBFinds)));
    const QString flags = tr("only A flags %1 good parts, only B %2")
                              .arg(ModelWords::count(m_disagreements->count(Kind::OnlyAFlags)),
                                   ModelWords::count(m_disagreements->count(Kind::OnlyBFlags)));
    m_apart->setText(found->comparison.whyNoCounts.empty()
                         ? tr("At the review thresholds: %1; %2. Return opens the place.").arg(finds, flags)
                         : tr("One of the two has no thresholds: what it finds cannot be counted."));
    showState();
}

void CompareView::showState()
{
    const bool waits = m_soon.isActive() || m_comparer->running();
    const auto &found = m_comparer->latest();
    m_again->setEnabled(!waits && chosen() != nullptr);
    m_nothing->setText(whyNothing());
    m_pages->setCurrentIndex(found && chosen() != nullptr ? 1 : 0);
    if (found) {
        const QString text = summary(*found);
        m_summary->setText(waits ? tr("%1 Being brought up to date.").arg(text) : text);
    }
    QStringList missing;
    if (found)
        for (const SkippedImage &image : found->missing)
            if (missing.size() < 20)
                missing << tr("%1: %2").arg(QString::fromStdString(image.id), QString::fromStdString(image.why));
    m_summary->setToolTip(missing.join(QLatin1Char('\n')));
}

void CompareView::openPlace(int row)
{
    const Disagreement &place = m_disagreements->at(row);
    const QString image = QString::fromStdString(place.image);
    const QRect box(place.box.x, place.box.y, place.box.width, place.box.height);
    const auto &found = m_comparer->latest();
    if (!found || found->with.modelHash.empty()) // the open model under another policy has the same map
        return emit placeChosen(image, box);
    const auto other =
        std::ranges::find(m_choices, found->with.modelHash, [](const Choice &choice) { return choice.with.modelHash; });
    const QString name = other == m_choices.end() ? fileNameOf(found->with.file) : other->name;
    emit pairChosen(image, box, {{found->with.modelHash, found->with.file, tr("B: %1").arg(name)}}, 0);
}

void CompareView::step(int by)
{
    const int rows = m_disagreements->rowCount();
    if (rows == 0)
        return;
    const QModelIndex current = m_placeTable->currentIndex();
    const int row = current.isValid() ? std::clamp(current.row() + by, 0, rows - 1) : by > 0 ? 0 : rows - 1;
    m_placeTable->setCurrentIndex(m_disagreements->index(row, 0));
    openPlace(row);
}

bool CompareView::hasDisagreements() const
{
    return m_disagreements->rowCount() > 0;
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
