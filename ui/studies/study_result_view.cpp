#include "ui/studies/study_result_view.h"

#include "ui/charts/line_chart.h"
#include "ui/look.h"
#include "ui/panels/form_column.h"
#include "ui/panels/plain_table.h"
#include "ui/studies/study_table_model.h"
#include "ui/studies/study_words.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace patina {

namespace {

/// Keeps figures with their intervals off the next ones.
class ApartDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * kGrid, 0);
    }
};

} // namespace

StudyResultView::StudyResultView(QWidget *parent)
    : QWidget(parent), m_means(new StudyTableModel(StudyTableModel::Show::Means, this)),
      m_differences(new StudyTableModel(StudyTableModel::Show::Differences, this)), m_title(new QLabel(this)),
      m_facts(FormColumn::makeNote(QStringLiteral("studyFacts"), this)), m_tabs(new QTabWidget(this)),
      m_hint(FormColumn::makeNote(QStringLiteral("studyHint"), this)), m_report(new QPushButton(this)),
      m_folder(new QPushButton(this))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setObjectName(QStringLiteral("studyTitle"));
    createTabs();
    m_report->setObjectName(QStringLiteral("studyReport"));
    m_folder->setObjectName(QStringLiteral("studyFolder"));
    m_report->setIcon(themedIcon(QStringLiteral("export")));
    m_folder->setIcon(themedIcon(QStringLiteral("folder")));
    auto *row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(m_hint, 1);
    row->addWidget(m_report);
    row->addWidget(m_folder);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    column->setSpacing(kGrid);
    column->addWidget(m_title);
    column->addWidget(m_facts);
    column->addWidget(m_tabs, 1);
    column->addLayout(row);
    setFocusProxy(m_meanTable);
    QWidget *before = m_tabs->tabBar();
    for (QWidget *next : {static_cast<QWidget *>(m_meanTable), static_cast<QWidget *>(m_differenceTable),
                          static_cast<QWidget *>(m_figure), static_cast<QWidget *>(m_chart),
                          static_cast<QWidget *>(m_report), static_cast<QWidget *>(m_folder)}) {
        setTabOrder(before, next);
        before = next;
    }
    connect(m_report, &QPushButton::clicked, this, [this] { open(m_outcome->order.out / "study.html"); });
    connect(m_folder, &QPushButton::clicked, this, [this] { open(m_outcome->order.out); });
    retranslateUi();
}

QTableView *StudyResultView::createTable(const char *name, StudyTableModel *model)
{
    auto *table = new QTableView(m_tabs);
    makePlain(table, name);
    table->setModel(model);
    table->setItemDelegate(new ApartDelegate(table));
    table->horizontalHeader()->setStretchLastSection(false);
    QHeaderView *arms = table->verticalHeader();
    arms->show(); // stays in view while the figures are scrolled
    arms->setHighlightSections(false);
    arms->setSectionsClickable(false);
    return table;
}

void StudyResultView::createTabs()
{
    m_tabs->setObjectName(QStringLiteral("studyTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->installEventFilter(this);
    m_meanTable = createTable("studyMeans", m_means);
    m_differenceTable = createTable("studyDifferences", m_differences);
    m_chartPage = new QWidget(m_tabs);
    m_figure = new QComboBox(m_chartPage);
    m_figure->setObjectName(QStringLiteral("studyFigure"));
    m_chart = new LineChart(m_chartPage);
    m_chart->setObjectName(QStringLiteral("studyChart"));
    auto *column = new QVBoxLayout(m_chartPage);
    column->setContentsMargins(0, kGrid, 0, 0);
    column->setSpacing(kGrid);
    column->addWidget(m_figure, 0, Qt::AlignLeft);
    column->addWidget(m_chart, 1);
    m_tabs->addTab(m_meanTable, QString());
    m_tabs->addTab(m_differenceTable, QString());
    m_tabs->addTab(m_chartPage, QString());
    connect(m_tabs, &QTabWidget::currentChanged, this, &StudyResultView::retranslateUi);
    connect(m_figure, &QComboBox::currentIndexChanged, this, [this] {
        showChart();
        showHint();
    });
    connect(m_chart, &LineChart::failed, this, &StudyResultView::failed);
}

QWidget *StudyResultView::first() const
{
    return m_tabs->currentIndex() == 2   ? static_cast<QWidget *>(m_figure)
           : m_tabs->currentIndex() == 1 ? m_differenceTable
                                         : m_meanTable;
}

/// Who chooses a tab by its letter wants to go on in it.
bool StudyResultView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Shortcut)
        return QWidget::eventFilter(watched, event);
    const bool taken = watched->event(event);
    first()->setFocus(Qt::ShortcutFocusReason);
    return taken;
}

void StudyResultView::setOutcome(std::shared_ptr<const StudyOutcome> outcome)
{
    m_outcome = std::move(outcome);
    m_tabs->setCurrentIndex(0);
    retranslateUi();
}

/// Words and numbers are those of the language of the moment.
void StudyResultView::show()
{
    m_means->setOutcome(m_outcome);
    m_differences->setOutcome(m_outcome);
    m_report->setEnabled(m_outcome != nullptr);
    m_folder->setEnabled(m_outcome != nullptr);
    m_tabs->setTabVisible(1, m_outcome && !m_outcome->table.differences.empty());
    m_tabs->setTabVisible(2, m_outcome != nullptr);
    m_title->setText(m_outcome ? StudyWords::kind(m_outcome->order.kind) : QString());
    FormColumn::setNote(m_facts, m_outcome ? facts() : QString());
    showFigures();
}

QString StudyResultView::facts() const
{
    const StudyTable &table = m_outcome->table;
    QStringList parts{tr("%n arms", nullptr, static_cast<int>(table.rows.size())),
                      tr("%n seeds", nullptr, static_cast<int>(table.seeds)),
                      tr("%n groups of test parts", nullptr, static_cast<int>(table.groups))};
    if (!m_outcome->order.backbone.empty())
        parts << tr("backbone %1").arg(QString::fromStdString(m_outcome->order.backbone));
    if (m_outcome->resumed > 0)
        parts << tr("%n runs were there already", nullptr, static_cast<int>(m_outcome->resumed));
    const QString said =
        tr("%1 %2.").arg(StudyWords::question(m_outcome->order.kind), parts.join(QStringLiteral(", ")));
    const QString unfilled = StudyWords::unfilled(*m_outcome);
    return unfilled.isEmpty() ? said : said + QLatin1Char('\n') + unfilled;
}

void StudyResultView::showFigures()
{
    const QSignalBlocker quiet(m_figure);
    const std::string before = m_figure->currentData().toString().toStdString();
    m_figure->clear();
    if (m_outcome)
        for (const std::string &figure : m_outcome->table.figures)
            m_figure->addItem(StudyWords::figure(figure), QString::fromStdString(figure));
    const auto select = [this](const std::string &figure) {
        if (const int found = m_figure->findData(QString::fromStdString(figure)); found >= 0)
            m_figure->setCurrentIndex(found);
    };
    select("image.auroc");
    select("recall.all");
    select(before);
    showChart();
}

void StudyResultView::showChart()
{
    const int figure = m_figure->currentIndex();
    if (!m_outcome || figure < 0)
        return m_chart->setSeries({});
    m_chart->setTitle(m_figure->currentText());
    const ChartAxis along{.label = StudyWords::places(m_outcome->order.kind), .log = true, .unit = ChartUnit::Count};
    const ChartAxis apart{.label = tr("Arm, as in the table"),
                          .min = 0.5,
                          .max = static_cast<double>(m_outcome->arms.size()) + 0.5,
                          .unit = ChartUnit::Count};
    m_chart->setAxes(m_outcome->places.empty() ? apart : along, {.label = m_figure->currentText()});
    m_chart->setEmptyText(tr("This figure has no meaning in any arm."));
    m_chart->setSeries(studySeries(*m_outcome, static_cast<std::size_t>(figure)));
}

void StudyResultView::open(const std::filesystem::path &path)
{
    const QString name = QString::fromStdString(path.string());
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(name)))
        emit failed(tr("Nothing on this machine opens %1.").arg(name));
}

void StudyResultView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void StudyResultView::retranslateUi()
{
    m_tabs->setTabText(0, tr("&Means"));
    m_tabs->setTabText(1, tr("&Differences"));
    m_tabs->setTabText(2, tr("&Chart"));
    m_meanTable->setAccessibleName(tr("Means over the seeds"));
    m_differenceTable->setAccessibleName(tr("Differences of arms"));
    m_figure->setAccessibleName(tr("Figure of the chart"));
    m_report->setText(tr("Open report"));
    m_report->setToolTip(tr("study.html, in the browser"));
    m_folder->setText(tr("Open folder"));
    m_folder->setToolTip(tr("Report, tables, models and runs"));
    show();
    showHint();
}

QString StudyResultView::intervalHint() const
{
    const QString intervals = tr("In brackets: 95 % intervals over seeds and test parts.");
    const int figure = m_tabs->currentIndex() == 2 ? m_figure->currentIndex() : -1;
    const bool some = m_outcome && StudyWords::lacksIntervals(m_outcome->table, figure);
    if (m_tabs->currentIndex() == 1)
        return tr("%1 Bold: the interval does not hold 0.").arg(intervals);
    if (m_tabs->currentIndex() == 0)
        return some ? tr("%1 Without brackets: too few seeds or parts for one.").arg(intervals) : intervals;
    if (some)
        return tr("Points without an interval: too few seeds or parts for one.");
    return !m_outcome || m_outcome->places.empty() ? tr("Bars: 95 % intervals over seeds and test parts.")
                                                   : tr("Bands: 95 % intervals over seeds and test parts.");
}

void StudyResultView::showHint()
{
    const QString threshold = m_outcome ? StudyWords::threshold(m_outcome->table) : QString();
    FormColumn::setNote(m_hint, threshold.isEmpty() ? intervalHint() : tr("%1 %2").arg(intervalHint(), threshold));
}

} // namespace patina
