#include "ui/panels/journal_panel.h"

#include "ui/look.h"
#include "ui/models/edit_model.h"
#include "ui/models/journal_model.h"
#include "ui/panels/elided_label.h"
#include "ui/panels/plain_table.h"
#include "ui/session.h"
#include "ui/text/text.h"

#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTreeView>

namespace patina {

JournalPanel::JournalPanel(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(new JournalModel(&session->project(), this)),
      m_shown(new JournalFilterModel(this)), m_edits(new EditModel(this)), m_pages(new QStackedWidget(this)),
      m_empty(new QLabel(m_pages)), m_job(&m_pool)
{
    m_shown->setSourceModel(m_model);
    m_pool.setMaxThreadCount(1);
    auto *sides = new QSplitter(m_pages);
    sides->setChildrenCollapsible(false);
    sides->addWidget(createList());
    sides->addWidget(createDetails());
    sides->setSizes({3, 2});
    sides->setStretchFactor(0, 3);
    sides->setStretchFactor(1, 2);
    auto *page = new QWidget(m_pages);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    column->setSpacing(kGrid / 2);
    column->addWidget(sides, 1);
    column->addLayout(createFoot());
    m_empty->setObjectName(QStringLiteral("journalEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(2 * kGrid);
    m_pages->addWidget(page);
    m_pages->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    setFocusProxy(m_table);
    connectWidgets();
    retranslateUi();
}

JournalPanel::~JournalPanel() = default;

/// Some six entries.
QSize JournalPanel::sizeHint() const
{
    return {120 * kGrid, 28 * kGrid};
}

QWidget *JournalPanel::createList()
{
    auto *side = new QWidget(this);
    m_search = new QLineEdit(side);
    m_search->setObjectName(QStringLiteral("journalSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_thisImage = new QCheckBox(side);
    m_thisImage->setObjectName(QStringLiteral("journalThisImage"));
    m_count = new QLabel(side);
    m_count->setObjectName(QStringLiteral("journalCount"));
    m_table = new QTableView(side);
    makePlain(m_table, "journalTable");
    m_table->setModel(m_shown);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(m_search, 1);
    row->addWidget(m_thisImage);
    row->addWidget(m_count);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    return side;
}

QWidget *JournalPanel::createDetails()
{
    auto *side = new QWidget(this);
    m_details = new QTreeView(side);
    m_details->setObjectName(QStringLiteral("journalEdits"));
    m_details->setModel(m_edits);
    m_details->setAlternatingRowColors(true);
    m_details->setUniformRowHeights(true);
    m_detailNote = new QLabel(side);
    m_detailNote->setObjectName(QStringLiteral("journalEditNote"));
    m_detailNote->setWordWrap(true);
    m_detailNote->hide();
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addWidget(m_details, 1);
    column->addWidget(m_detailNote);
    return side;
}

QLayout *JournalPanel::createFoot()
{
    m_head = new ElidedLabel(Qt::ElideMiddle, this);
    m_head->setObjectName(QStringLiteral("journalHead"));
    m_copy = new QPushButton(themedIcon(QStringLiteral("copy")), {}, this);
    m_verify = new QPushButton(themedIcon(QStringLiteral("verify")), {}, this);
    m_export = new QPushButton(themedIcon(QStringLiteral("export")), {}, this);
    m_copy->setObjectName(QStringLiteral("journalCopy"));
    m_verify->setObjectName(QStringLiteral("journalVerify"));
    m_export->setObjectName(QStringLiteral("journalExport"));
    auto *row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(m_head, 1);
    for (QPushButton *button : {m_copy, m_verify, m_export})
        row->addWidget(button);
    return row;
}

void JournalPanel::connectWidgets()
{
    connect(m_search, &QLineEdit::textChanged, m_shown, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_search, &QLineEdit::textChanged, this, &JournalPanel::showState);
    connect(m_thisImage, &QCheckBox::toggled, this, &JournalPanel::filterImage);
    connect(m_session, &Session::currentChanged, this, &JournalPanel::filterImage);
    connect(m_model, &JournalModel::loaded, this, &JournalPanel::filterImage);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &JournalPanel::showEntry);
    connect(m_shown, &QAbstractItemModel::modelReset, this, &JournalPanel::showEntry);
    connect(m_shown, &QAbstractItemModel::rowsRemoved, this, &JournalPanel::showEntry);
    connect(m_table, &QTableView::activated, this, [this] { choosePlace(0); });
    connect(m_details, &QTreeView::activated, this, [this](const QModelIndex &index) {
        choosePlace(static_cast<std::size_t>((index.parent().isValid() ? index.parent() : index).row()));
    });
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_head->whole()); });
    connect(m_verify, &QPushButton::clicked, this, &JournalPanel::verifyWanted);
    connect(m_export, &QPushButton::clicked, this, &JournalPanel::exportWanted);
}

void JournalPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->setWanted(true);
}

void JournalPanel::hideEvent(QHideEvent *event)
{
    m_model->setWanted(false);
    QWidget::hideEvent(event);
}

/// Which entries there are of the image that is shown changes with each decision.
void JournalPanel::filterImage()
{
    const int row = m_session->currentRow();
    const ProjectDocument &project = m_session->project();
    if (m_thisImage->isChecked() && row >= 0 && project.isOpen() && !project.isBlind() && isVisible()) {
        const auto numbers = project.project().journalOf(m_session->document().image(row).id);
        m_shown->setNumbers(numbers ? std::optional(std::set(numbers->begin(), numbers->end())) : std::nullopt);
    } else {
        m_shown->setNumbers(std::nullopt);
    }
    showState();
}

void JournalPanel::showEntry()
{
    const QModelIndex current = m_table->currentIndex();
    const auto number = current.isValid() ? current.data(JournalModel::NumberRole).toLongLong() : 0;
    if (number == m_entry)
        return;
    m_entry = number;
    m_job.abandon();
    m_edits->setEdits({});
    m_detailNote->hide();
    if (number == 0)
        return;
    auto entries = m_session->project().project().journal(number, 1);
    if (!entries || entries->empty()) {
        take(entries ? Result<EditTexts>(fail(ErrorCode::Corrupt, "the entry of the journal is not there any more"))
                     : failFrom(std::move(entries)));
        return;
    }
    m_job.start(
        [edits = std::move(entries->front().edits)](const JobContext &) { return editTexts(edits, kMostEdits); },
        [this](const Result<EditTexts> &edits) { take(edits); });
}

void JournalPanel::take(const Result<EditTexts> &edits)
{
    if (!edits) {
        m_detailNote->setText(Text::error(edits.error()));
        m_detailNote->show();
        return;
    }
    m_edits->setEdits(*edits);
    const auto left = static_cast<int>(edits->all - edits->edits.size());
    m_detailNote->setText(tr("%n more are in the exported journal.", nullptr, left));
    m_detailNote->setVisible(left > 0);
    if (edits->all <= 4)
        m_details->expandAll();
    for (int column : {EditModel::FactColumn, EditModel::BeforeColumn})
        m_details->resizeColumnToContents(column);
}

void JournalPanel::choosePlace(std::size_t edit)
{
    const std::vector<EditText> &edits = m_edits->edits().edits;
    if (edit < edits.size() && !edits[edit].image.empty())
        emit placeChosen(QString::fromStdString(edits[edit].image), edits[edit].areaPx);
}

QString JournalPanel::emptyText() const
{
    const ProjectDocument &project = m_session->project();
    if (!project.isOpen())
        return tr("The journal tells who has changed what, and when. It is part of a project: open one, or make one of "
                  "a folder.");
    if (project.isBlind())
        return tr("The journal would tell what the first reader has said. It is here again when the second reading "
                  "has ended.");
    if (!m_model->problem().isEmpty())
        return tr("The journal cannot be shown. %1").arg(m_model->problem());
    return m_model->rowCount() == 0 ? tr("Nothing has been changed yet.") : QString();
}

void JournalPanel::showState()
{
    const QString empty = emptyText();
    m_empty->setText(empty);
    m_pages->setCurrentIndex(empty.isEmpty() ? 0 : 1);
    const int shown = m_shown->rowCount();
    const int all = m_model->rowCount();
    const QLocale locale;
    m_count->setText(shown == all ? tr("%n entries", nullptr, all)
                                  : tr("%1 of %n entries", nullptr, all).arg(locale.toString(shown)));
    if (all > 0) {
        const JournalLine &last = m_model->line(0);
        m_head->setWhole(tr("Entry %1, SHA-256 %2").arg(last.number).arg(QString::fromStdString(last.sha256)));
    }
    m_thisImage->setEnabled(m_session->currentRow() >= 0);
}

void JournalPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void JournalPanel::retranslateUi()
{
    m_search->setPlaceholderText(tr("Search: who, what, when"));
    m_search->setAccessibleName(tr("Search the journal"));
    m_thisImage->setText(tr("Of this image"));
    m_table->setAccessibleName(tr("Journal"));
    m_details->setAccessibleName(tr("What the entry changed"));
    m_head->setAccessibleName(tr("Last entry"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Number and hash of the last entry. Kept elsewhere, they prove that nothing before them was "
                          "written anew."));
    m_verify->setText(tr("Verify"));
    m_verify->setToolTip(tr("Whether the entries follow each other, and give what the project holds"));
    m_export->setText(tr("Export..."));
    m_export->setToolTip(tr("All entries as a CSV file"));
    m_model->retranslate();
    if (!m_edits->edits().edits.empty())
        m_edits->setEdits(EditTexts(m_edits->edits()));
    showState();
}

} // namespace patina
