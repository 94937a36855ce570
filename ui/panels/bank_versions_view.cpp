#include "ui/panels/bank_versions_view.h"

#include "ui/look.h"
#include "ui/session.h"
#include "ui/text/path.h"

#include <QCheckBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace patina {

namespace {

void setUp(QTableView *table, const char *name)
{
    table->setObjectName(QLatin1String(name));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(3 * kGrid);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
}

std::vector<KnownVersion> readVersions(const InspectionEngine &engine, std::vector<KnownVersion> versions,
                                       const JobContext &context)
{
    for (KnownVersion &known : versions) {
        if (context.cancelled())
            break;
        auto info = engine.modelInfo(known.version.file);
        if (!info)
            known.problem = info.error();
        else if (info->hash != known.version.hash)
            known.problem = Error{ErrorCode::Corrupt, known.version.file.string() + " is another model by now"};
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
    setUp(m_table, "versionTable");
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
    setUp(m_sides, "versionComparison");
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
    QItemSelection rows;
    for (const std::string &hash : hashes)
        if (const int row = m_versions->rowOf(hash); row >= 0)
            rows.select(m_versions->index(row, 0), m_versions->index(row, ModelVersionModel::ColumnCount - 1));
    if (!rows.isEmpty())
        m_table->setCurrentIndex(rows.first().topLeft());
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
}

void BankVersionsView::refresh()
{
    std::vector<KnownVersion> versions;
    for (ModelVersion &version : modelVersions(m_session->project(), m_session->document())) {
        KnownVersion &known = versions.emplace_back(KnownVersion{std::move(version)});
        if (const int row = m_versions->rowOf(known.version.hash); row >= 0)
            known.info = m_versions->at(row).info; // until it is read again
    }
    take(versions);
    for (KnownVersion &known : versions)
        known.info.reset();
    m_job.start(
        [engine = m_session->engine(), versions = std::move(versions)](const JobContext &context) {
            return Result<std::vector<KnownVersion>>(readVersions(*engine, versions, context));
        },
        [this](Result<std::vector<KnownVersion>> read) {
            if (read)
                take(*std::move(read));
        });
}

void BankVersionsView::take(std::vector<KnownVersion> versions)
{
    const std::vector<std::string> selected = selectedHashes();
    m_versions->setVersions(std::move(versions));
    select(selected);
    showSelected();
}

/// Beside the model in use where one other is selected.
void BankVersionsView::showSelected()
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows, std::ranges::greater(), &QModelIndex::row); // the older one first
    int one = rows.empty() ? -1 : rows.front().row();
    int other = rows.size() > 1 ? rows.back().row() : -1;
    const auto isOpen = [this](int row) { return m_versions->at(row).version.open; };
    for (int row = 0; row < m_versions->rowCount() && one < 0; ++row)
        if (isOpen(row))
            one = row;
    for (int row = 0; row < m_versions->rowCount() && other < 0 && one >= 0 && !isOpen(one); ++row)
        if (isOpen(row))
            other = row;
    m_comparison->compare(one >= 0 ? compared(one) : std::nullopt, other >= 0 ? compared(other) : std::nullopt);
    m_sides->setColumnHidden(ModelComparisonModel::OtherColumn, other < 0);
    m_differences->setEnabled(other >= 0);
    m_lines->setDifferencesOnly(m_differences->isChecked() && other >= 0);
    m_use->setEnabled(rows.size() == 1 && !isOpen(rows.front().row()) && m_versions->at(rows.front().row()).info);
}

std::optional<ComparedModel> BankVersionsView::compared(int row) const
{
    const KnownVersion &known = m_versions->at(row);
    if (!known.info)
        return std::nullopt;
    ComparedModel model{fileNameOf(known.version.file), *known.info};
    if (known.version.open)
        model.name = tr("%1 (in use)").arg(model.name);
    const ProjectDocument &project = m_session->project();
    if (project.isOpen())
        if (auto scores = project.project().scores(known.version.hash))
            model.scores = *std::move(scores);
    return model;
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
    m_hint->setText(tr("Select one to compare it with the one in use, or two."));
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
