#include "ui/panels/bank_versions_view.h"

#include "core/project/project_thresholds.h"
#include "ui/look.h"
#include "ui/panels/plain_table.h"
#include "ui/session.h"
#include "ui/text/path.h"

#include <QCheckBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace patina {

namespace {

std::vector<KnownVersion> readVersions(const InspectionEngine &engine, std::vector<KnownVersion> versions,
                                       const JobContext &context)
{
    for (KnownVersion &known : versions) {
        if (context.cancelled())
            break;
        if (known.info) // it is open
            continue;
        auto info = engine.modelInfo(known.version.file);
        if (!info)
            known.problem = info.error();
        else if (info->hash != known.version.hash)
            known.replaced = true;
        else
            known.info = *std::move(info);
    }
    return versions;
}

} // namespace

BankVersionsView::BankVersionsView(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_versions(new ModelVersionModel(this)),
      m_comparison(new ModelComparisonModel(this)), m_lines(new DifferenceFilterModel(this)),
      m_job(QThreadPool::globalInstance())
{
    m_lines->setSourceModel(m_comparison);
    auto *sides = new QSplitter(this);
    sides->setChildrenCollapsible(false);
    sides->addWidget(createList());
    sides->addWidget(createComparison());
    sides->setStretchFactor(0, 1);
    sides->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, kGrid / 2, 0, 0);
    column->addWidget(sides);
    setFocusProxy(m_table);
    connectWidgets();
    retranslateUi();
}

BankVersionsView::~BankVersionsView() = default;

QWidget *BankVersionsView::createList()
{
    auto *side = new QWidget(this);
    m_table = new QTableView(side);
    m_table->setModel(m_versions);
    makePlain(m_table, "versionTable");
    m_hint = new QLabel(side);
    m_hint->setWordWrap(true);
    m_use = new QPushButton(themedIcon(QStringLiteral("restore")), {}, side);
    m_use->setObjectName(QStringLiteral("versionUse"));
    auto *head = new QHBoxLayout;
    head->setSpacing(kGrid);
    head->addWidget(m_hint, 1);
    head->addWidget(m_use, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    return side;
}

QWidget *BankVersionsView::createComparison()
{
    auto *side = new QWidget(this);
    m_differences = new QCheckBox(side);
    m_differences->setObjectName(QStringLiteral("versionDifferences"));
    m_sides = new QTableView(side);
    m_sides->setModel(m_lines);
    makePlain(m_sides, "versionComparison");
    m_sides->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const int column : {ModelComparisonModel::OneColumn, ModelComparisonModel::OtherColumn})
        m_sides->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addWidget(m_differences);
    column->addWidget(m_sides, 1);
    return side;
}

void BankVersionsView::connectWidgets()
{
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &BankVersionsView::showSelected);
    connect(m_differences, &QCheckBox::toggled, m_lines, &DifferenceFilterModel::setDifferencesOnly);
    connect(m_use, &QPushButton::clicked, this, &BankVersionsView::useSelected);
    connect(m_table, &QTableView::activated, this, &BankVersionsView::useSelected);
}

std::vector<std::string> BankVersionsView::selectedHashes() const
{
    std::vector<std::string> hashes;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows())
        hashes.push_back(m_versions->at(row.row()).version.hash);
    return hashes;
}

void BankVersionsView::select(const std::vector<std::string> &hashes)
{
    const QSignalBlocker quiet(m_table->selectionModel());
    QItemSelection rows;
    for (const std::string &hash : hashes)
        if (const int row = m_versions->rowOf(hash); row >= 0)
            rows.select(m_versions->index(row, 0), m_versions->index(row, ModelVersionModel::ColumnCount - 1));
    if (!rows.isEmpty())
        m_table->selectionModel()->setCurrentIndex(rows.first().topLeft(), QItemSelectionModel::NoUpdate);
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    m_table->viewport()->update();
}

void BankVersionsView::refresh()
{
    std::vector<KnownVersion> versions;
    for (ModelVersion &version : modelVersions(m_session->project(), m_session->document())) {
        KnownVersion &known = versions.emplace_back(KnownVersion{std::move(version)});
        if (known.version.open)
            known.info = m_session->document().model();
    }
    m_job.start(
        [engine = m_session->engine(), versions](const JobContext &context) {
            return Result<std::vector<KnownVersion>>(readVersions(*engine, versions, context));
        },
        [this](Result<std::vector<KnownVersion>> read) {
            if (read)
                take(*std::move(read));
        });
    for (KnownVersion &known : versions) // until it is read
        if (const int row = m_versions->rowOf(known.version.hash); row >= 0 && !known.info)
            known.info = m_versions->at(row).info;
    take(std::move(versions));
}

void BankVersionsView::recount()
{
    m_counts.clear();
    showSelected();
}

void BankVersionsView::take(std::vector<KnownVersion> versions)
{
    const std::vector<std::string> selected = selectedHashes();
    m_versions->setVersions(std::move(versions));
    select(selected);
    recount();
}

/// Beside the model that is open where one other is selected; that one alone where none is.
std::pair<int, int> BankVersionsView::rowsToCompare() const
{
    int open = -1;
    for (int row = 0; row < m_versions->rowCount(); ++row)
        if (m_versions->at(row).version.open)
            open = row;
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return {open, -1};
    std::ranges::sort(rows, std::ranges::greater(), &QModelIndex::row); // the older one first
    if (rows.size() > 1)
        return {rows.front().row(), rows.back().row()};
    return {rows.front().row(), rows.front().row() == open ? -1 : open};
}

void BankVersionsView::showSelected()
{
    const auto [one, other] = rowsToCompare();
    m_comparison->compare(one >= 0 ? compared(one) : std::nullopt, other >= 0 ? compared(other) : std::nullopt);
    m_sides->setColumnHidden(ModelComparisonModel::OtherColumn, other < 0);
    m_differences->setEnabled(other >= 0);
    m_lines->setDifferencesOnly(m_differences->isChecked() && other >= 0);
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const auto canUse = [this](const KnownVersion &known) {
        const bool inUse = known.version.open && (known.version.chosen || !m_session->project().canWrite());
        return known.info && !inUse;
    };
    m_use->setEnabled(rows.size() == 1 && canUse(m_versions->at(rows.front().row())));
}

std::optional<ComparedModel> BankVersionsView::compared(int row)
{
    const KnownVersion &known = m_versions->at(row);
    if (!known.info)
        return std::nullopt;
    ComparedModel model{fileNameOf(known.version.file), *known.info, countsOf(known)};
    if (known.version.open)
        model.name = QStringLiteral("%1 (%2)").arg(model.name, ModelVersionModel::use(known.version));
    return model;
}

/// At the thresholds that hold for it in the project.
const VerdictCounts &BankVersionsView::countsOf(const KnownVersion &known)
{
    const auto [place, isNew] = m_counts.try_emplace(known.version.hash);
    if (!isNew)
        return place->second;
    const ProjectDocument &project = m_session->project();
    if (known.version.open) {
        const Document::Counts counts = m_session->document().counts();
        place->second = {counts.scored, counts.ok, counts.review, counts.ng};
    } else if (project.isOpen()) {
        ScoreRange range;
        if (const ScoreScale &scale = known.info->scoreScale; scale.calibrated()) {
            range.review = scale.reviewThreshold();
            range.reject = scale.rejectThreshold();
        }
        if (const auto scores = project.project().scores(known.version.hash))
            place->second = patina::countsOf(*scores, withThresholds(project.contents(), known.version.hash, range));
    }
    return place->second;
}

void BankVersionsView::useSelected()
{
    if (!m_use->isEnabled())
        return;
    const ModelVersion &version = m_versions->at(m_table->selectionModel()->selectedRows().front().row()).version;
    emit versionChosen(QString::fromStdString(version.file.string()), version.hash);
}

void BankVersionsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void BankVersionsView::retranslateUi()
{
    m_hint->setText(tr("Select one to compare it with the one that is open, or two."));
    m_table->setAccessibleName(tr("Versions of the model"));
    m_sides->setAccessibleName(tr("Versions side by side"));
    m_differences->setText(tr("Only what differs"));
    m_use->setText(tr("Use this version"));
    m_use->setToolTip(tr("Scores, heatmaps and verdicts are those of this version from now on; Undo brings the other "
                         "one back"));
    m_versions->retranslate();
    m_comparison->retranslate();
}

} // namespace patina
