#include "ui/dialogs/key_map_page.h"

#include "ui/look.h"
#include "ui/models/key_map_model.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace patina {

KeyMapPage::KeyMapPage(const KeyMap *keys, QWidget *parent)
    : PreferencesPage(parent), m_keys(keys), m_found(new QSortFilterProxyModel(this)), m_search(new QLineEdit(this)),
      m_table(new QTableView(this))
{
    createList();
    setFocusProxy(m_search);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    column->addWidget(m_search);
    column->addWidget(m_table, 1);
    column->addWidget(createEditor());
    renewModel();
}

void KeyMapPage::createList()
{
    m_search->setObjectName(QStringLiteral("keySearch"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_found->setFilterKeyColumn(-1);
    m_table->setObjectName(QStringLiteral("keyTable"));
    m_table->setModel(m_found);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(3 * kGrid + kGrid / 2);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(m_search, &QLineEdit::textChanged, m_found, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_press->clear();
        refresh();
    });
}

QWidget *KeyMapPage::createEditor()
{
    auto *editor = new QWidget(this);
    m_pressLabel = new QLabel(editor);
    m_press = new QKeySequenceEdit(editor);
    m_press->setObjectName(QStringLiteral("keyPress"));
    m_pressLabel->setBuddy(m_press);
    m_set = new QPushButton(editor);
    m_add = new QPushButton(editor);
    m_none = new QPushButton(editor);
    m_reset = new QPushButton(editor);
    m_resetAll = new QPushButton(editor);
    m_set->setObjectName(QStringLiteral("keySet"));
    m_add->setObjectName(QStringLiteral("keyAdd"));
    m_none->setObjectName(QStringLiteral("keyNone"));
    m_reset->setObjectName(QStringLiteral("keyReset"));
    m_resetAll->setObjectName(QStringLiteral("keyResetAll"));
    m_conflict = new QLabel(editor);
    m_conflict->setObjectName(QStringLiteral("keyConflict"));
    m_conflict->setWordWrap(true);
    connect(m_press, &QKeySequenceEdit::keySequenceChanged, this, &KeyMapPage::refresh);
    connect(m_set, &QPushButton::clicked, this, [this] { m_model->assign(currentRow(), {pressed()}); });
    connect(m_add, &QPushButton::clicked, this,
            [this] { m_model->assign(currentRow(), m_model->keysOf(currentRow()) << pressed()); });
    connect(m_none, &QPushButton::clicked, this, [this] { m_model->assign(currentRow(), {}); });
    connect(m_reset, &QPushButton::clicked, this, [this] { m_model->reset(currentRow()); });
    connect(m_resetAll, &QPushButton::clicked, this, [this] { m_model->resetAll(); });

    auto *keyRow = new QHBoxLayout;
    keyRow->setSpacing(kGrid);
    keyRow->addWidget(m_pressLabel);
    keyRow->addWidget(m_press, 1);
    keyRow->addWidget(m_set);
    keyRow->addWidget(m_add);
    auto *resetRow = new QHBoxLayout;
    resetRow->setSpacing(kGrid);
    resetRow->addWidget(m_none);
    resetRow->addWidget(m_reset);
    resetRow->addStretch(1);
    resetRow->addWidget(m_resetAll);
    auto *column = new QVBoxLayout(editor);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    column->addLayout(keyRow);
    column->addWidget(m_conflict);
    column->addLayout(resetRow);
    return editor;
}

/// Its words are those of the language of the moment.
void KeyMapPage::renewModel()
{
    auto *model = new KeyMapModel(m_keys, this);
    if (m_model != nullptr)
        model->setChoices(m_model->choices());
    m_found->setSourceModel(model);
    delete m_model;
    m_model = model;
    connect(m_model, &KeyMapModel::choicesChanged, this, [this] {
        m_press->clear();
        refresh();
        emit edited();
    });
    m_table->setColumnWidth(0, 40 * kGrid);
    m_table->selectRow(0);
}

QString KeyMapPage::title() const
{
    return tr("Keyboard");
}

void KeyMapPage::load(const Settings &settings)
{
    m_model->setChoices(settings.keys);
    refresh();
}

void KeyMapPage::store(Settings &settings) const
{
    settings.keys = m_model->choices();
}

int KeyMapPage::currentRow() const
{
    return m_found->mapToSource(m_table->currentIndex()).row();
}

QKeySequence KeyMapPage::pressed() const
{
    return m_press->keySequence();
}

void KeyMapPage::refresh()
{
    const int row = currentRow();
    const bool any = row >= 0;
    const bool isKey = any && !pressed().isEmpty();
    const auto owner = isKey ? m_model->ownerOf(pressed(), row) : std::nullopt;
    m_set->setEnabled(isKey);
    m_add->setEnabled(isKey && !m_model->keysOf(row).contains(pressed()) && m_model->keysOf(row).size() < 4);
    m_press->setEnabled(any);
    m_none->setEnabled(any && !m_model->keysOf(row).isEmpty());
    m_reset->setEnabled(any && m_model->index(row, 0).data(KeyMapModel::ChosenRole).toBool());
    m_resetAll->setEnabled(!m_model->choices().isEmpty());
    m_set->setText(owner ? tr("Take it and &set") : tr("&Set"));
    m_add->setText(owner ? tr("Take it and &add") : tr("&Add"));
    const QString conflict = any ? m_model->index(row, 0).data(KeyMapModel::ConflictRole).toString() : QString();
    if (owner)
        m_conflict->setText(
            tr("%1 belongs to \"%2\"; it is taken from there.")
                .arg(pressed().toString(QKeySequence::NativeText), m_model->index(*owner, 0).data().toString()));
    else if (!conflict.isEmpty())
        m_conflict->setText(tr("A key of this command belongs to \"%1\", too: neither does anything.").arg(conflict));
    else
        m_conflict->setText(any ? QString() : tr("Choose a command, then press its new key."));
}

void KeyMapPage::retranslate()
{
    m_search->setPlaceholderText(tr("Search for a command or a key"));
    m_search->setAccessibleName(tr("Search for a command or a key"));
    m_table->setAccessibleName(tr("Commands and their keys"));
    m_pressLabel->setText(tr("&New key"));
    m_press->setAccessibleName(tr("New key: press it"));
    m_none->setText(tr("N&o key"));
    m_reset->setText(tr("&Usual keys"));
    m_resetAll->setText(tr("Usual keys for all &commands"));
    renewModel();
    refresh();
}

} // namespace patina
