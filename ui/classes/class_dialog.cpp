#include "ui/classes/class_dialog.h"

#include "ui/classes/class_edits.h"
#include "ui/document/project_document.h"
#include "ui/look.h"
#include "ui/models/class_colours.h"
#include "ui/text/text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>

#include <algorithm>

namespace patina {

namespace {

enum Column { KeyColumn, NameColumn, KindColumn, LabelColumn, ColumnCount };
constexpr int kKeys = 9;

QComboBox *makeKinds(QWidget *parent)
{
    auto *kinds = new QComboBox(parent);
    kinds->addItem(ClassDialog::tr("Defect"), static_cast<int>(ClassKind::Defect));
    kinds->addItem(ClassDialog::tr("Harmless impurity"), static_cast<int>(ClassKind::Impurity));
    kinds->addItem(ClassDialog::tr("Ambiguous"), static_cast<int>(ClassKind::Ambiguous));
    return kinds;
}

QTableWidgetItem *cell(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
    return item;
}

} // namespace

ClassDialog::ClassDialog(ProjectDocument *project, QWidget *parent)
    : QDialog(parent), m_project(project), m_table(new QTableWidget(0, ColumnCount, this)), m_problem(new QLabel(this))
{
    setObjectName(QStringLiteral("classDialog"));
    setWindowTitle(tr("Classes"));
    m_table->setObjectName(QStringLiteral("classTable"));
    m_table->setAccessibleName(tr("Classes"));
    m_table->setHorizontalHeaderLabels({tr("Key"), tr("Name"), tr("What it is"), tr("Labels")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_problem->setObjectName(QStringLiteral("classProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *column = new QVBoxLayout(this);
    column->setSpacing(kGrid);
    column->addLayout(createNewRow());
    column->addWidget(m_table, 1);
    column->addWidget(m_problem);
    createButtons();
    connect(project, &ProjectDocument::classesChanged, this, &ClassDialog::fill);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ClassDialog::showState);
    resize(72 * kGrid, 48 * kGrid);
    fill();
    m_name->setFocus();
}

QLayout *ClassDialog::createNewRow()
{
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("className"));
    m_name->setPlaceholderText(tr("Name of a new class, as \"scratch\""));
    m_name->setAccessibleName(tr("Name of a new class"));
    m_kind = makeKinds(this);
    m_kind->setObjectName(QStringLiteral("classKind"));
    m_kind->setAccessibleName(tr("What the new class is"));
    m_add = new QPushButton(themedIcon(QStringLiteral("add")), tr("&Add"), this);
    m_add->setObjectName(QStringLiteral("addClass"));
    m_add->setDefault(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(m_name, 1);
    row->addWidget(m_kind);
    row->addWidget(m_add);
    connect(m_add, &QPushButton::clicked, this, &ClassDialog::addNew);
    connect(m_name, &QLineEdit::textChanged, this, &ClassDialog::showState);
    return row;
}

void ClassDialog::createButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const auto make = [&](const char *name, const QString &text) {
        auto *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        return button;
    };
    m_rename = make("renameClass", tr("&Rename..."));
    m_up = make("classUp", tr("&Up"));
    m_down = make("classDown", tr("&Down"));
    m_remove = make("removeClass", tr("Re&move"));
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    layout()->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_rename, &QPushButton::clicked, this, &ClassDialog::rename);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this,
            [this] { take(removeClass(m_project->contents(), selected().toStdString())); });
}

void ClassDialog::fill()
{
    m_filling = true;
    const QString before = selected();
    const auto classes = m_project->classes();
    m_table->setRowCount(static_cast<int>(classes.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const ProjectClass &one = classes[static_cast<std::size_t>(row)];
        m_table->setItem(row, KeyColumn, cell(row < kKeys ? QString::number(row + 1) : QString()));
        auto *name = cell(Text::className(one.name));
        name->setData(Qt::DecorationRole, classColour(one.name, classes));
        name->setData(Qt::UserRole, QString::fromStdString(one.name));
        m_table->setItem(row, NameColumn, name);
        auto *kinds = makeKinds(m_table);
        kinds->setAccessibleName(tr("What %1 is").arg(Text::className(one.name)));
        kinds->setCurrentIndex(kinds->findData(static_cast<int>(one.kind)));
        kinds->setEnabled(m_project->canWrite());
        connect(kinds, &QComboBox::activated, this, [this, kinds, name = one.name] {
            take(setClassKind(m_project->contents(), name, static_cast<ClassKind>(kinds->currentData().toInt())));
        });
        m_table->setCellWidget(row, KindColumn, kinds);
        const auto labels = std::ranges::count_if(m_project->contents().labels, [&](const Label &label) {
            return label.className == one.name &&
                   (!m_project->isBlind() || label.reader == m_project->reader().toStdString());
        });
        m_table->setItem(row, LabelColumn, cell(QLocale().toString(static_cast<qlonglong>(labels))));
        if (name->data(Qt::UserRole).toString() == before)
            m_table->selectRow(row);
    }
    m_filling = false;
    showState();
}

QString ClassDialog::selected() const
{
    const auto rows = m_table->selectionModel()->selectedRows(NameColumn);
    return rows.isEmpty() ? QString() : rows.first().data(Qt::UserRole).toString();
}

void ClassDialog::showState()
{
    if (m_filling)
        return;
    const bool can = m_project->canWrite();
    const auto rows = m_table->selectionModel()->selectedRows();
    const int row = rows.isEmpty() ? -1 : rows.first().row();
    m_add->setEnabled(can && !m_name->text().trimmed().isEmpty());
    m_rename->setEnabled(can && row >= 0);
    m_remove->setEnabled(can && row >= 0);
    m_up->setEnabled(can && row > 0);
    m_down->setEnabled(can && row >= 0 && row + 1 < m_table->rowCount());
}

void ClassDialog::addNew()
{
    const QString name = m_name->text().trimmed();
    take(addClass(m_project->contents(), name.toStdString(), static_cast<ClassKind>(m_kind->currentData().toInt())),
         name);
    if (selected() == name)
        m_name->clear();
}

void ClassDialog::rename()
{
    const QString before = selected();
    bool accepted = false;
    const QString name = QInputDialog::getText(this, tr("Rename class"), tr("New name of %1").arg(before),
                                               QLineEdit::Normal, before, &accepted)
                             .trimmed();
    if (accepted && name != before)
        take(renameClass(m_project->contents(), before.toStdString(), name.toStdString()), name);
}

void ClassDialog::move(int by)
{
    take(moveClass(m_project->contents(), selected().toStdString(), by));
}

void ClassDialog::take(Result<Change> change, const QString &select)
{
    auto done = std::move(change).and_then([this](Change &&made) -> Result<void> {
        return made.edits.empty() ? Result<void>() : m_project->change(std::move(made));
    });
    m_problem->setVisible(!done);
    if (!done) {
        m_problem->setText(Text::error(done.error()));
        fill();
    }
    for (int row = 0; done && !select.isEmpty() && row < m_table->rowCount(); ++row)
        if (m_table->item(row, NameColumn)->data(Qt::UserRole).toString() == select)
            m_table->selectRow(row);
}

} // namespace patina
