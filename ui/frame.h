#pragma once

#include "ui/models/command_model.h"
#include "ui/window_parts.h"

#include <QObject>
#include <QPointer>

#include <vector>

class QAction;
class QMenu;

namespace patina {

class CommandPalette;
class MessageList;
class PreferencesDialog;

/// What every part of the window is reached by: recent projects, preferences, keyboard map, command palette, messages,
/// jobs, layout, and what the program consists of.
class Frame : public QObject
{
    Q_OBJECT
public:
    explicit Frame(const WindowParts &parts);

    /// Everything that can be done now, and the recent projects.
    std::vector<Command> commands() const;

private:
    QAction *make(const char *name, const char *icon, const QKeySequence &key);
    void createActions();
    void fillMenus();
    void connectActions();
    void connectRecent();
    void fillRecentMenu();
    void showPreferences(bool keyboard);
    void showMessages();
    void showAbout();
    void showState();
    void retranslate();

    WindowParts m_parts;
    CommandPalette *m_palette = nullptr;
    QPointer<PreferencesDialog> m_preferences;
    QPointer<MessageList> m_messages;
    QMenu *m_recentMenu = nullptr;
    QAction *m_close = nullptr;
    QAction *m_openPreferences = nullptr;
    QAction *m_openKeyboard = nullptr;
    QAction *m_openPalette = nullptr;
    QAction *m_openMessages = nullptr;
    QAction *m_openJobs = nullptr;
    QAction *m_resetLayout = nullptr;
};

} // namespace patina
