#include "ui/frame.h"

#include "ui/actions.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/command_palette.h"
#include "ui/dialogs/message_list.h"
#include "ui/dialogs/preferences_dialog.h"
#include "ui/key_map.h"
#include "ui/look.h"
#include "ui/main_window.h"
#include "ui/models/message_model.h"
#include "ui/models/recent_project_model.h"
#include "ui/panels/job_bar.h"
#include "ui/panels/message_strip.h"
#include "ui/session.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace patina {

namespace {

/// "View", of the menu that an action stands in; empty: none.
QString placeOf(const QAction *action)
{
    for (const QObject *object : action->associatedObjects())
        if (const auto *menu = qobject_cast<const QMenu *>(object); menu != nullptr && !menu->title().isEmpty())
            return plainText(menu->menuAction());
    return {};
}

QString doubled(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

Frame::Frame(const WindowParts &parts)
    : QObject(parts.window), m_parts(parts), m_palette(new CommandPalette(parts.window))
{
    createActions();
    fillMenus();
    connectActions();
    connectRecent();
    retranslate();
    showState();
}

QAction *Frame::make(const char *name, const char *icon, const QKeySequence &key)
{
    auto *action = new QAction(this);
    action->setObjectName(QLatin1String(name));
    action->setIcon(themedIcon(QLatin1String(icon)));
    m_parts.actions->keys()->setUsual(action, key.isEmpty() ? QList<QKeySequence>{} : QList{key});
    m_parts.window->addAction(action);
    return action;
}

void Frame::createActions()
{
    m_close = make("closeFolder", "close", QKeySequence(Qt::CTRL | Qt::Key_W));
    m_openPreferences = make("preferences", "preferences", QKeySequence(Qt::CTRL | Qt::Key_Comma));
    m_openPreferences->setMenuRole(QAction::PreferencesRole);
    m_openKeyboard = make("keyboardMap", "keyboard", QKeySequence(Qt::CTRL | Qt::Key_K));
    m_openPalette = make("commandPalette", "command-palette", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    m_openMessages = make("showMessages", "messages", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M));
    m_openJobs = make("showJobs", "jobs", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J));
    m_resetLayout = make("resetLayout", "layout", {});
}

void Frame::fillMenus()
{
    const Actions &actions = *m_parts.actions;
    m_recentMenu = new QMenu(actions.fileMenu());
    m_recentMenu->setObjectName(QStringLiteral("recentMenu"));
    m_recentMenu->setIcon(themedIcon(QStringLiteral("history")));
    actions.fileMenu()->insertMenu(actions.quit, m_recentMenu);
    actions.fileMenu()->insertAction(actions.quit, m_close);
    actions.fileMenu()->insertSeparator(actions.quit);
    actions.editMenu()->addSeparator();
    actions.editMenu()->addActions({m_openPalette, m_openKeyboard, m_openPreferences});
    actions.viewMenu()->addSeparator();
    actions.viewMenu()->addActions({m_openMessages, m_openJobs, m_resetLayout});
}

void Frame::connectActions()
{
    MainWindow *window = m_parts.window;
    connect(m_close, &QAction::triggered, m_parts.session, &Session::closeFolder);
    connect(m_openPreferences, &QAction::triggered, this, [this] { showPreferences(false); });
    connect(m_openKeyboard, &QAction::triggered, this, [this] { showPreferences(true); });
    connect(m_openPalette, &QAction::triggered, this, [this] { m_palette->open(commands()); });
    connect(m_openMessages, &QAction::triggered, this, &Frame::showMessages);
    connect(m_parts.strip, &MessageStrip::historyWanted, this, &Frame::showMessages);
    connect(m_openJobs, &QAction::triggered, this, [this] { m_parts.window->findChild<JobBar *>()->showAll(); });
    connect(m_resetLayout, &QAction::triggered, window, &MainWindow::resetLayout);
    connect(m_parts.actions->about, &QAction::triggered, this, &Frame::showAbout);
    connect(window, &MainWindow::retranslated, this, &Frame::retranslate);
    connect(&m_parts.session->jobs(), &JobList::countChanged, this, &Frame::showState);
    connect(&m_parts.session->document(), &Document::datasetChanged, this, &Frame::showState);
}

void Frame::connectRecent()
{
    MainWindow *window = m_parts.window;
    RecentProjectModel *recent = window->recentProjects();
    const ProjectDocument *project = &m_parts.session->project();
    connect(project, &ProjectDocument::projectChanged, this, [recent, project] {
        if (project->isOpen())
            recent->note(QString::fromStdString(project->project().file().string()), QDateTime::currentDateTimeUtc());
    });
    connect(recent, &RecentProjectModel::projectsChanged, this, [this, window] {
        showState();
        window->storeSettings(); // a kill must not lose them
    });
    connect(m_recentMenu, &QMenu::aboutToShow, this, &Frame::fillRecentMenu);
}

void Frame::fillRecentMenu()
{
    RecentProjectModel *recent = m_parts.window->recentProjects();
    m_recentMenu->clear();
    for (int row = 0; row < recent->rowCount(); ++row) {
        const QModelIndex index = recent->index(row);
        const QString number = row < 9 ? QStringLiteral("&%1  ").arg(row + 1) : QString();
        QAction *action = m_recentMenu->addAction(
            number +
            doubled(
                tr("%1 in %2").arg(index.data().toString(), index.data(RecentProjectModel::FolderRole).toString())));
        connect(action, &QAction::triggered, m_parts.window,
                [window = m_parts.window, file = index.data(RecentProjectModel::FileRole).toString()] {
                    window->openProject(file);
                });
    }
    m_recentMenu->addSeparator();
    QAction *clear = m_recentMenu->addAction(tr("&Clear the list"));
    connect(clear, &QAction::triggered, recent, &RecentProjectModel::clear);
}

std::vector<Command> Frame::commands() const
{
    std::vector<Command> commands;
    KeyMap *keys = m_parts.actions->keys();
    keys->collect(m_parts.window);
    for (QAction *action : keys->actions()) {
        if (!action->isEnabled() || !action->isVisible() || action == m_openPalette)
            continue;
        const QString place = placeOf(action);
        const QString words = plainText(action);
        const QString label = place.isEmpty() ? words : tr("%1: %2").arg(place, words);
        commands.push_back({label, action->shortcut().toString(QKeySequence::NativeText), action->icon(),
                            [action = QPointer(action)] {
                                if (action)
                                    action->trigger();
                            },
                            std::max<qsizetype>(0, label.indexOf(words, place.size()))});
    }
    const RecentProjectModel *recent = m_parts.window->recentProjects();
    for (int row = 0; row < recent->rowCount(); ++row) {
        const QModelIndex index = recent->index(row);
        commands.push_back({tr("Open project: %1 in %2")
                                .arg(index.data().toString(), index.data(RecentProjectModel::FolderRole).toString()),
                            {},
                            themedIcon(QStringLiteral("project")),
                            [window = m_parts.window, file = index.data(RecentProjectModel::FileRole).toString()] {
                                window->openProject(file);
                            }});
    }
    return commands;
}

void Frame::showPreferences(bool keyboard)
{
    if (!m_preferences) {
        m_parts.actions->keys()->collect(m_parts.window);
        m_preferences =
            new PreferencesDialog(m_parts.window->currentSettings(), m_parts.actions->keys(), m_parts.window);
        m_preferences->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_preferences, &PreferencesDialog::applied, m_parts.window, &MainWindow::apply);
    }
    if (keyboard)
        m_preferences->showKeyboard();
    m_preferences->open();
}

void Frame::showMessages()
{
    if (!m_messages)
        m_messages = new MessageList(m_parts.strip->history(), m_parts.window);
    m_messages->show();
    m_messages->raise();
    m_messages->activateWindow();
}

void Frame::showAbout()
{
    auto *about = new AboutDialog(aboutFacts(*m_parts.session), m_parts.window);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->open();
}

void Frame::showState()
{
    m_close->setEnabled(m_parts.session->document().hasImages());
    m_openJobs->setEnabled(!m_parts.session->jobs().isEmpty());
    m_recentMenu->setEnabled(m_parts.window->recentProjects()->rowCount() > 0);
}

void Frame::retranslate()
{
    m_recentMenu->setTitle(tr("&Recent projects"));
    m_close->setText(tr("&Close"));
    m_openPreferences->setText(tr("&Preferences..."));
    m_openKeyboard->setText(tr("&Keyboard..."));
    m_openPalette->setText(tr("&Find a command..."));
    m_openMessages->setText(tr("&Messages"));
    m_openJobs->setText(tr("&Jobs"));
    m_resetLayout->setText(tr("&Usual layout"));
    m_parts.session->jobs().retranslate();
}

} // namespace patina
