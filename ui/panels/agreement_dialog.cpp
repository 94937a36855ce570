#include "ui/panels/agreement_dialog.h"

#include "core/base/atomic_file.h"
#include "ui/document/project_document.h"
#include "ui/look.h"
#include "ui/models/agreement_model.h"
#include "ui/panels/agreement_words.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>

namespace patina {

namespace {

QTableView *makeTable(const char *name, QAbstractItemModel *model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(QLatin1String(name));
    table->setModel(model);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->verticalHeader()->setDefaultSectionSize(3 * kGrid);
    table->horizontalHeader()->setHighlightSections(false);
    return table;
}

/// What of a project it takes to compare two readers.
ProjectContents partOf(const ProjectContents &contents, const std::string &first, const std::string &second)
{
    ProjectContents part;
    part.classes = contents.classes;
    for (const Label &label : contents.labels)
        if (label.reader == first || label.reader == second)
            part.labels.push_back(label);
    return part;
}

} // namespace

AgreementDialog::AgreementDialog(const ProjectDocument *project, QWidget *parent)
    : QDialog(parent), m_project(project), m_job(QThreadPool::globalInstance())
{
    setObjectName(QStringLiteral("agreementDialog"));
    resize(80 * kGrid, 76 * kGrid);
    createWidgets();
    connectWidgets();
    retranslateUi();
}

void AgreementDialog::createWidgets()
{
    m_firstLabel = new QLabel(this);
    m_first = new QComboBox(this);
    m_first->setObjectName(QStringLiteral("agreementFirst"));
    m_firstLabel->setBuddy(m_first);
    m_secondLabel = new QLabel(this);
    m_second = new QComboBox(this);
    m_second->setObjectName(QStringLiteral("agreementSecond"));
    m_secondLabel->setBuddy(m_second);
    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("agreementSummary"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_tableTitle = new QLabel(this);
    m_tableTitle->setTextFormat(Qt::PlainText);
    m_model = new AgreementModel(this);
    m_table = makeTable("agreementTable", m_model, this);
    m_listTitle = new QLabel(this);
    m_listTitle->setTextFormat(Qt::PlainText);
    m_decisions = new DecisionListModel(this);
    m_list = makeTable("agreementRegions", m_decisions, this);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setShowGrid(false);
    m_list->setAlternatingRowColors(true);
    m_list->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->horizontalHeader()->setSectionResizeMode(DecisionListModel::ImageColumn, QHeaderView::Stretch);
    m_all = new QPushButton(this);
    m_all->setObjectName(QStringLiteral("agreementAll"));
    m_save = new QPushButton(this);
    m_save->setObjectName(QStringLiteral("agreementSave"));
    m_close = new QPushButton(this);
    m_close->setObjectName(QStringLiteral("agreementClose"));
    for (QPushButton *button : {m_all, m_save, m_close})
        button->setAutoDefault(false);
    layOut();
}

void AgreementDialog::layOut()
{
    auto *readers = new QHBoxLayout;
    readers->setSpacing(kGrid);
    for (QWidget *part : {static_cast<QWidget *>(m_firstLabel), static_cast<QWidget *>(m_first),
                          static_cast<QWidget *>(m_secondLabel), static_cast<QWidget *>(m_second)})
        readers->addWidget(part, qobject_cast<QComboBox *>(part) != nullptr ? 1 : 0);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addWidget(m_all);
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(kGrid);
    column->addLayout(readers);
    column->addWidget(m_summary);
    column->addWidget(m_tableTitle);
    column->addWidget(m_table, 2);
    column->addWidget(m_listTitle);
    column->addWidget(m_list, 3);
    column->addLayout(buttons);
}

void AgreementDialog::connectWidgets()
{
    connect(m_first, &QComboBox::currentIndexChanged, this, &AgreementDialog::compare);
    connect(m_second, &QComboBox::currentIndexChanged, this, &AgreementDialog::compare);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AgreementDialog::listRegions);
    connect(m_list, &QTableView::activated, this, [this](const QModelIndex &index) { openRegion(index.row()); });
    connect(m_list, &QTableView::clicked, this, [this](const QModelIndex &index) { openRegion(index.row()); });
    connect(m_all, &QPushButton::clicked, m_table, &QTableView::clearSelection);
    connect(m_save, &QPushButton::clicked, this, &AgreementDialog::save);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_project, &ProjectDocument::projectChanged, this, &QDialog::close);
    connect(m_project, &ProjectDocument::readerChanged, this, &QDialog::close); // nobody looks at it while he reads
    connect(m_project, &ProjectDocument::labelsChanged, this, [this] {
        if (isVisible())
            compare();
    });
}

void AgreementDialog::showReaders(const QString &first, const QString &second)
{
    QStringList readers;
    for (const std::string &reader : readersOf(m_project->contents()))
        readers << QString::fromStdString(reader);
    {
        const QSignalBlocker firstQuiet(m_first);
        const QSignalBlocker secondQuiet(m_second);
        for (QComboBox *box : {m_first, m_second}) {
            box->clear();
            box->addItems(readers);
        }
        const int one = std::max(0, static_cast<int>(readers.indexOf(first)));
        const int other = static_cast<int>(readers.indexOf(second));
        m_first->setCurrentIndex(one);
        m_second->setCurrentIndex(other >= 0 ? other : one == 0 && readers.size() > 1 ? 1 : 0);
    }
    show();
    raise();
    activateWindow();
    m_table->setFocus();
    compare();
}

void AgreementDialog::compare()
{
    const std::string first = m_first->currentText().toStdString();
    const std::string second = m_second->currentText().toStdString();
    const auto part = std::make_shared<const ProjectContents>(partOf(m_project->contents(), first, second));
    m_job.start(
        [part, first, second](const JobContext &context) {
            return agreementOf(*part, first, second, context).map([](Agreement &&agreement) {
                return std::make_shared<const Agreement>(std::move(agreement));
            });
        },
        [this](Result<std::shared_ptr<const Agreement>> agreement) { take(std::move(agreement)); });
}

void AgreementDialog::take(Result<std::shared_ptr<const Agreement>> agreement)
{
    m_error = agreement ? Error{} : agreement.error();
    m_agreement = agreement ? *std::move(agreement) : nullptr;
    m_model->setAgreement(m_agreement);
    m_save->setEnabled(m_agreement != nullptr);
    showWords();
    listRegions();
}

/// The cell that is chosen, or all disagreements.
void AgreementDialog::listRegions()
{
    const QModelIndexList chosen = m_table->selectionModel()->selectedIndexes();
    std::optional<std::pair<int, int>> cell;
    if (!chosen.isEmpty())
        cell = std::pair(chosen.constFirst().row(), chosen.constFirst().column());
    m_decisions->show(m_agreement, cell);
    m_all->setEnabled(cell.has_value());
    m_listTitle->setText(cell ? m_model->data(chosen.constFirst(), Qt::ToolTipRole).toString()
                              : tr("Regions on which they disagree: %1").arg(m_decisions->rowCount()));
}

void AgreementDialog::openRegion(int row)
{
    const RegionDecision decision = m_decisions->decision(row);
    emit regionChosen(QString::fromStdString(decision.image), decision.box);
}

void AgreementDialog::save()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the agreement"), QStringLiteral("agreement.csv"),
                                                      tr("CSV files (*.csv)"));
    if (file.isEmpty() || !m_agreement)
        return;
    if (auto written = writeTextFile(pathOf(file), agreementCsv(*m_agreement)); !written)
        m_listTitle->setText(tr("The file was not written. %1").arg(Text::error(written.error())));
}

void AgreementDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QDialog::changeEvent(event);
}

void AgreementDialog::retranslateUi()
{
    setWindowTitle(tr("Agreement of readers"));
    m_firstLabel->setText(tr("&First reader:"));
    m_secondLabel->setText(tr("&Second reader:"));
    m_first->setAccessibleName(m_firstLabel->text().remove(QLatin1Char('&')));
    m_second->setAccessibleName(m_secondLabel->text().remove(QLatin1Char('&')));
    m_table->setAccessibleName(tr("Who said what of the same regions"));
    m_list->setAccessibleName(tr("Regions"));
    m_all->setText(tr("All &disagreements"));
    m_save->setText(tr("Save as CS&V..."));
    m_close->setText(tr("&Close"));
    showWords();
    listRegions();
}

void AgreementDialog::showWords()
{
    const QString first = m_first->currentText();
    const QString second = m_second->currentText();
    if (m_agreement)
        m_summary->setText(AgreementWords::summary(*m_agreement));
    else if (m_first->count() < 2)
        m_summary->setText(tr("Fewer than two people have decided anything here. Start a second reading first."));
    else if (first == second)
        m_summary->setText(tr("Choose two readers."));
    else if (!m_error.detail.empty())
        m_summary->setText(Text::error(m_error));
    m_tableTitle->setText(
        m_agreement
            ? tr("Rows: what %1 said. Columns: what %2 said. A cell lists its regions below.").arg(first, second)
            : QString());
}

} // namespace patina
