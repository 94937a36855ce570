#pragma once

#include "ui/settings/settings.h"

#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QDockWidget;
class QMainWindow;
class QMenu;
class QToolBar;

namespace patina {

class KeyMap;

/// Every command of the window: its words, key, icon and place in the menus. What they do is connected by the window.
class Actions : public QObject
{
    Q_OBJECT
public:
    explicit Actions(QObject *parent);

    /// Makes the menus and the tool bar of a window.
    void install(QMainWindow *window, const QList<QDockWidget *> &docks);
    void retranslate();
    /// Where features of the window put actions of their own; there once install() was called.
    QMenu *fileMenu() const { return m_fileMenu; }
    QMenu *editMenu() const { return m_editMenu; }
    QMenu *reviewMenu() const { return m_reviewMenu; }
    QMenu *modelMenu() const { return m_scoreMenu; }
    QMenu *viewMenu() const { return m_viewMenu; }
    QMenu *helpMenu() const { return m_helpMenu; }
    QToolBar *toolBar() const { return m_toolBar; }
    /// Who changes keys while the program runs does it there: what the user has chosen wins.
    KeyMap *keys() const { return m_keys; }
    void select(Theme theme);
    /// \param code empty: the system's language.
    void selectLanguage(const QString &code);
    /// While digits name classes, 1 does not show 1:1.
    void setDigitsNameClasses(bool name);
    /// Space goes to the next region; not where it presses the button that has the focus.
    void setSpaceGoesOn(bool goesOn);

    QAction *newProject;
    QAction *openProject;
    QAction *openFolder;
    QAction *openModel;
    QAction *undo;
    QAction *redo;
    QAction *nextRegion;
    QList<QAction *> classes; ///< nine; the panel of regions gives them their words
    QAction *harmless;
    QAction *ambiguous;
    QAction *falseAlarm;
    QAction *withdraw;
    QAction *merge;
    QAction *split;
    QAction *quit;
    QAction *scoreAll;
    QAction *scoreCurrent;
    QAction *cancel;
    QAction *fit;
    QAction *oneToOne;
    QAction *zoomIn;
    QAction *zoomOut;
    QAction *heatmap;
    QAction *outlines;
    QAction *next;
    QAction *previous;
    QAction *about;

signals:
    void themeChosen(patina::Theme theme);
    void languageChosen(const QString &code);

private:
    QAction *make(const char *name, const char *icon, const QList<QKeySequence> &keys);
    void makeReviewActions();
    void makeThemeMenu();
    void makeLanguageMenu();
    void fillToolBar(QMainWindow *window);

    QMenu *m_fileMenu = nullptr;
    QMenu *m_editMenu = nullptr;
    QMenu *m_reviewMenu = nullptr;
    QMenu *m_scoreMenu = nullptr;
    QMenu *m_viewMenu = nullptr;
    QMenu *m_themeMenu = nullptr;
    QMenu *m_languageMenu = nullptr;
    QMenu *m_helpMenu = nullptr;
    QToolBar *m_toolBar = nullptr;
    KeyMap *m_keys = nullptr;
    QActionGroup *m_themes = nullptr;
    QActionGroup *m_languages = nullptr;
};

} // namespace patina
