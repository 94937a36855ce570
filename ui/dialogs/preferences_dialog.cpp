#include "ui/dialogs/preferences_dialog.h"

#include "ui/dialogs/key_map_page.h"
#include "ui/dialogs/preferences_pages.h"
#include "ui/look.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>

namespace patina {

PreferencesDialog::PreferencesDialog(const Settings &settings, const KeyMap *keys, QWidget *parent)
    : QDialog(parent), m_settings(settings), m_list(new QListWidget(this)), m_stack(new QStackedWidget(this)),
      m_buttons(new QDialogButtonBox(this))
{
    setObjectName(QStringLiteral("preferences"));
    m_list->setObjectName(QStringLiteral("preferencePages"));
    m_list->setIconSize(QSize(20, 20));
    m_list->setFixedWidth(22 * kGrid);
    m_list->setSpacing(2);
    addPage(new GeneralPage(this));
    addPage(new ReviewPage(this));
    addPage(new DisplayPage(this));
    addPage(new EnginePage(this));
    addPage(new KeyMapPage(keys, this));
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        apply();
        accept();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_buttons->setStandardButtons(QDialogButtonBox::Ok | QDialogButtonBox::Apply | QDialogButtonBox::Cancel);
    connect(m_buttons->button(QDialogButtonBox::Apply), &QPushButton::clicked, this, &PreferencesDialog::apply);

    auto *row = new QHBoxLayout;
    row->setSpacing(3 * kGrid);
    row->addWidget(m_list);
    row->addWidget(m_stack, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(2 * kGrid);
    column->addLayout(row, 1);
    column->addWidget(m_buttons);
    retranslateUi();
    m_list->setCurrentRow(0);
    load(settings);
    resize(100 * kGrid, 64 * kGrid);
}

void PreferencesDialog::addPage(PreferencesPage *page)
{
    m_pages.push_back(page);
    m_stack->addWidget(page);
    auto *item = new QListWidgetItem(themedIcon(page->iconName()), QString(), m_list);
    item->setSizeHint(QSize(20 * kGrid, 4 * kGrid));
    connect(page, &PreferencesPage::edited, this, &PreferencesDialog::refresh);
}

void PreferencesDialog::load(const Settings &settings)
{
    m_settings = settings;
    for (PreferencesPage *page : m_pages)
        page->load(settings);
    refresh();
}

void PreferencesDialog::showKeyboard()
{
    m_list->setCurrentRow(m_list->count() - 1);
    m_pages.back()->setFocus(); // on its search
}

Settings PreferencesDialog::edited() const
{
    Settings settings = m_settings;
    for (const PreferencesPage *page : m_pages)
        page->store(settings);
    return settings;
}

void PreferencesDialog::apply()
{
    const Settings settings = edited();
    if (settings == m_settings)
        return;
    m_settings = settings;
    refresh();
    emit applied(settings);
}

void PreferencesDialog::refresh()
{
    m_buttons->button(QDialogButtonBox::Apply)->setEnabled(edited() != m_settings);
}

void PreferencesDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QDialog::changeEvent(event);
}

void PreferencesDialog::retranslateUi()
{
    setWindowTitle(tr("Preferences"));
    m_list->setAccessibleName(tr("Pages of the preferences"));
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        m_pages[i]->retranslate();
        m_list->item(static_cast<int>(i))->setText(m_pages[i]->title());
    }
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("OK"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_buttons->button(QDialogButtonBox::Apply)->setText(tr("&Apply"));
}

} // namespace patina
