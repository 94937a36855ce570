#include "ui/evaluation/evaluation_tables.h"

#include "ui/evaluation/evaluation_state.h"
#include "ui/look.h"
#include "ui/models/miss_model.h"
#include "ui/models/operating_model.h"
#include "ui/panels/plain_table.h"
#include "ui/text/text.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace patina {

EvaluationTables::EvaluationTables(EvaluationState *state, QWidget *parent)
    : QWidget(parent), m_state(state), m_counts(new OperatingModel(this)), m_misses(new MissModel(this)),
      m_countTable(new QTableView(this)), m_missTable(new QTableView(this)), m_summary(new QLabel(this))
{
    makePlain(m_countTable, "evaluationCounts");
    m_countTable->setModel(m_counts);
    makePlain(m_missTable, "missTable");
    m_missTable->setModel(m_misses);
    m_countTable->horizontalHeader()->setStretchLastSection(false);
    m_missTable->horizontalHeader()->setStretchLastSection(false);
    m_missTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_summary->setObjectName(QStringLiteral("missSummary"));
    m_summary->setWordWrap(true);
    auto *below = new QWidget(this);
    auto *list = new QVBoxLayout(below);
    list->setContentsMargins(0, kGrid / 2, 0, 0);
    list->setSpacing(kGrid / 2);
    list->addWidget(m_summary);
    list->addWidget(m_missTable, 1);
    auto *halves = new QSplitter(Qt::Vertical, this);
    halves->setChildrenCollapsible(false);
    halves->addWidget(m_countTable);
    halves->addWidget(below);
    halves->setSizes({600, 400}); // three to two, whatever there is
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, kGrid / 2, 0, 0);
    column->addWidget(halves);
    setFocusProxy(m_countTable);
    connect(m_state, &EvaluationState::pointsChanged, this, &EvaluationTables::refresh);
    connect(m_missTable, &QTableView::activated, this, [this](const QModelIndex &index) {
        const Miss &miss = m_misses->miss(index.row());
        emit placeChosen(QString::fromStdString(miss.image),
                         QRect(miss.box.x, miss.box.y, miss.box.width, miss.box.height));
    });
    retranslateUi();
}

/// Only what somebody looks at.
void EvaluationTables::refresh()
{
    if (!isVisible())
        return;
    const Evaluation *shown = m_state->evaluation();
    const auto good = [&](const OperatingPoint &point) {
        return shown ? goodParts(shown->outcomes, shown->settings, point.threshold) : GoodParts();
    };
    m_counts->setPoints({m_state->review(), good(m_state->review())}, {m_state->reject(), good(m_state->reject())});
    if (shown == nullptr || !m_state->range().calibrated()) {
        m_misses->setMisses({}, {});
        m_summary->clear();
        return;
    }
    m_misses->setMisses(missesAt(shown->outcomes, shown->settings, *m_state->range().review), shown->classes);
    const QString escapes = tr("%n defects escape", nullptr, m_misses->count(Miss::Kind::Escape));
    const QString overkill = tr("%n good parts are flagged", nullptr, m_misses->count(Miss::Kind::Overkill));
    const QString impurities = tr("%n impurities are flagged", nullptr, m_misses->count(Miss::Kind::Impurity));
    m_summary->setText(tr("At the review threshold %1: %2, %3, %4. Return opens the place.")
                           .arg(Text::score(*m_state->range().review), escapes, overkill, impurities));
}

void EvaluationTables::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void EvaluationTables::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void EvaluationTables::retranslateUi()
{
    m_countTable->setAccessibleName(tr("Counts at both thresholds"));
    m_missTable->setAccessibleName(tr("Escapes and overkill"));
    m_counts->clear();
    m_misses->setMisses({}, {});
    refresh();
}

} // namespace patina
