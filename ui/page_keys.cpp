#include "ui/page_keys.h"

#include "ui/actions.h"
#include "ui/key_map.h"
#include "ui/keyed_page.h"
#include "ui/look.h"
#include "ui/main_window.h"
#include "ui/page_place.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QScrollArea>

#include <algorithm>

namespace patina {

namespace {

/// Of the section that has the focus: the last one that the tabulator key has come past; -1: none.
std::ptrdiff_t sectionOf(const std::vector<QWidget *> &sections, QWidget *focus)
{
    QWidget *at = focus;
    do {
        if (const auto found = std::ranges::find(sections, at); found != sections.end())
            return found - sections.begin();
        at = at == nullptr ? nullptr : at->previousInFocusChain();
    } while (at != nullptr && at != focus);
    return -1;
}

void bringIntoView(QWidget *field)
{
    for (QWidget *at = field->parentWidget(); at != nullptr; at = at->parentWidget())
        if (auto *scroll = qobject_cast<QScrollArea *>(at))
            scroll->ensureWidgetVisible(field);
}

} // namespace

PageKeys::PageKeys(const WindowParts &parts, const PagePlace *pages) : QObject(parts.window), m_parts(parts)
{
    m_next = make("nextSection", {QKeySequence(Qt::CTRL | Qt::Key_Tab)});
    m_previous = make("previousSection", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab)});
    m_main = make("pageCommand", {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    m_main->setIcon(themedIcon(QStringLiteral("start")));
    m_next->setIcon(themedIcon(QStringLiteral("next")));
    m_previous->setIcon(themedIcon(QStringLiteral("previous")));
    parts.actions->modelMenu()->addSeparator();
    parts.actions->modelMenu()->addActions({m_main, m_next, m_previous});
    connect(m_next, &QAction::triggered, this, [this] { step(1); });
    connect(m_previous, &QAction::triggered, this, [this] { step(-1); });
    connect(m_main, &QAction::triggered, this, [this] { page()->doMain(); });
    connect(pages, &PagePlace::pageChanged, this, &PageKeys::show);
    connect(parts.window, &MainWindow::retranslated, this, &PageKeys::retranslate);
    connect(parts.actions->keys(), &KeyMap::changed, this, &PageKeys::retranslate);
    show(nullptr);
}

QAction *PageKeys::make(const char *name, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(this);
    action->setObjectName(QLatin1String(name));
    m_parts.actions->keys()->setUsual(action, keys);
    return action;
}

KeyedPage *PageKeys::page() const
{
    return dynamic_cast<KeyedPage *>(m_page.data());
}

void PageKeys::show(QWidget *page)
{
    m_page = page;
    for (QAction *action : {m_main, m_next, m_previous})
        action->setEnabled(this->page() != nullptr);
    retranslate();
}

/// Round and round; what is out of sight or cannot be changed now is passed over.
void PageKeys::step(int by)
{
    std::vector<QWidget *> sections = page()->sections();
    std::erase_if(sections, [](const QWidget *field) { return !field->isVisible() || !field->isEnabled(); });
    if (sections.empty())
        return;
    const std::ptrdiff_t now = sectionOf(sections, QApplication::focusWidget());
    const std::ptrdiff_t count = std::ssize(sections);
    const std::ptrdiff_t next = now < 0 ? (by > 0 ? 0 : count - 1) : (now + by + count) % count;
    QWidget *field = sections[static_cast<std::size_t>(next)];
    field->setFocus(Qt::TabFocusReason);
    bringIntoView(field);
}

void PageKeys::retranslate()
{
    m_next->setText(tr("Next section"));
    m_previous->setText(tr("Previous section"));
    m_main->setText(page() != nullptr ? page()->mainWords() : tr("Write the data set or run the study"));
    if (page() != nullptr)
        page()->setMainKey(m_main->shortcut().toString(QKeySequence::NativeText));
}

} // namespace patina
