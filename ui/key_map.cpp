#include "ui/key_map.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QRegularExpression>
#include <QToolBar>

#include <algorithm>

namespace patina {

namespace {

/// Actions of docks and tool bars that show and hide them have no name of their own.
void nameToggles(const QWidget *window)
{
    const auto name = [](const QString &of, QAction *action) {
        if (!of.isEmpty() && action->objectName().isEmpty())
            action->setObjectName(QStringLiteral("show_") + of);
    };
    for (const QDockWidget *dock : window->findChildren<QDockWidget *>())
        name(dock->objectName(), dock->toggleViewAction());
    for (const QToolBar *bar : window->findChildren<QToolBar *>())
        name(bar->objectName(), bar->toggleViewAction());
}

/// Qt gives some of its own actions names that begin with these.
/// A command of the window; those of one widget alone, such as a chart's, are in its menu.
bool isOurs(const QAction *action)
{
    const QString name = action->objectName();
    return !name.isEmpty() && !name.startsWith(QLatin1Char('_')) && !name.startsWith(QLatin1String("qt_")) &&
           !action->isSeparator() && action->menu() == nullptr && action->shortcutContext() != Qt::WidgetShortcut;
}

} // namespace

void KeyMap::setUsual(QAction *action, const QList<QKeySequence> &keys)
{
    entry(action).usual = keys;
    give(action);
}

void KeyMap::setSpare(QAction *action, const QList<QKeySequence> &keys)
{
    entry(action).spare = keys;
    give(action);
    emit changed();
}

void KeyMap::leaveSpace(bool toButton)
{
    if (m_spaceToButton == toButton)
        return;
    m_spaceToButton = toButton;
    giveAll();
}

void KeyMap::collect(QWidget *window)
{
    nameToggles(window);
    for (QAction *action : window->findChildren<QAction *>())
        if (isOurs(action) && !m_keys.contains(action)) {
            entry(action).usual = action->shortcuts();
            give(action);
        }
}

QList<QAction *> KeyMap::actions() const
{
    QList<QAction *> named;
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(named),
                 [](const QAction *action) { return !action->text().isEmpty(); });
    return named;
}

QList<QKeySequence> KeyMap::usual(const QAction *action) const
{
    return m_keys.value(action).usual;
}

void KeyMap::setChoices(const KeyChoices &choices)
{
    if (choices == m_choices)
        return;
    m_choices = choices;
    giveAll();
    emit changed();
}

QList<QKeySequence> KeyMap::wanted(const QAction *action) const
{
    const auto choice = m_choices.constFind(action->objectName());
    if (choice != m_choices.constEnd())
        return keysFrom(*choice);
    const Keys keys = m_keys.value(action);
    QList<QKeySequence> all;
    for (const QKeySequence &key : keys.spare)
        if (!isChosen(key))
            all << key;
    return all + keys.usual;
}

bool KeyMap::isChosen(const QKeySequence &key) const
{
    return std::any_of(m_choices.begin(), m_choices.end(),
                       [&](const QStringList &texts) { return keysFrom(texts).contains(key); });
}

void KeyMap::give(QAction *action)
{
    QList<QKeySequence> keys = wanted(action);
    if (m_spaceToButton)
        std::replace(keys.begin(), keys.end(), QKeySequence(Qt::Key_Space), QKeySequence(Qt::CTRL | Qt::Key_Space));
    if (keys != action->shortcuts())
        action->setShortcuts(keys);
}

void KeyMap::giveAll()
{
    for (QAction *action : m_order)
        give(action);
}

KeyMap::Keys &KeyMap::entry(QAction *action)
{
    if (!m_keys.contains(action)) {
        m_order << action;
        connect(action, &QObject::destroyed, this, [this, action] {
            m_keys.remove(action);
            m_order.removeOne(action);
        });
    }
    return m_keys[action];
}

QStringList keyTexts(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts << key.toString(QKeySequence::PortableText);
    return texts;
}

QList<QKeySequence> keysFrom(const QStringList &texts)
{
    QList<QKeySequence> keys;
    for (const QString &text : texts) {
        const QKeySequence key = QKeySequence::fromString(text, QKeySequence::PortableText);
        if (!key.isEmpty() && key[0].key() != Qt::Key_unknown)
            keys << key;
    }
    return keys;
}

QString plainText(const QAction *action)
{
    // A mnemonic stands before its letter, or in brackets behind words that have no such letter.
    static const QRegularExpression bracketed(QStringLiteral("\\s*\\(&.\\)"));
    QString text = action->text().remove(bracketed);
    text.replace(QLatin1String("&&"), QChar(QChar::Null))
        .remove(QLatin1Char('&'))
        .replace(QChar(QChar::Null), QLatin1Char('&'));
    while (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    const QString key = action->shortcut().toString(QKeySequence::NativeText) + QStringLiteral("  ");
    return text.startsWith(key) ? text.mid(key.size()) : text; // decisions have their key in front of their words
}

} // namespace patina
