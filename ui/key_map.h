#pragma once

#include "ui/settings/settings.h"

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace patina {

/// Which keys the actions of the window have: those that the program gives them, or those that the user has chosen.
/// An action is known by its object name; who changes the keys of one while the program runs does it here.
class KeyMap : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// What the program gives an action.
    void setUsual(QAction *action, const QList<QKeySequence> &keys);
    /// Further keys, for as long as the user has chosen none for it and wants these nowhere else.
    void setSpare(QAction *action, const QList<QKeySequence> &keys);
    /// Space presses the button that has the focus: until then actions have Ctrl+Space in its place.
    void leaveSpace(bool toButton);

    /// Takes in every action of a window that has a name, with the keys it has by now as the usual ones.
    void collect(QWidget *window);
    /// Those with words, in the order they were taken in.
    QList<QAction *> actions() const;
    QList<QKeySequence> usual(const QAction *action) const;

    const KeyChoices &choices() const { return m_choices; }
    void setChoices(const KeyChoices &choices);

signals:
    /// Keys of actions are others now, and the words that tell them.
    void changed();

private:
    struct Keys
    {
        QList<QKeySequence> usual;
        QList<QKeySequence> spare;
    };
    QList<QKeySequence> wanted(const QAction *action) const;
    bool isChosen(const QKeySequence &key) const;
    void give(QAction *action);
    void giveAll();
    Keys &entry(QAction *action);

    QHash<const QAction *, Keys> m_keys;
    QList<QAction *> m_order;
    KeyChoices m_choices;
    bool m_spaceToButton = false;
};

/// As the settings hold keys, and back; what is no key is left out.
QStringList keyTexts(const QList<QKeySequence> &keys);
QList<QKeySequence> keysFrom(const QStringList &texts);
/// Words of an action without its mnemonic and dots: "Open folder".
QString plainText(const QAction *action);

} // namespace patina
