#include "ui/actions.h"

#include "ui/key_map.h"
#include "ui/language.h"
#include "ui/look.h"

#include <QAction>
#include <QActionGroup>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QToolBar>
#include <QToolButton>

namespace patina {

namespace {

/// A menu's text as a button has it: without the dots, the mark, and the key in brackets of Chinese and Japanese menus.
QString onButton(QString text)
{
    static const QRegularExpression menuOnly(QStringLiteral("\\(&.\\)|&|\\.\\.\\.$"));
    return text.remove(menuOnly);
}

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent), m_keys(new KeyMap(this)), m_themes(new QActionGroup(this)), m_languages(new QActionGroup(this))
{
    newProject = make("newProject", "project-new", {QKeySequence::New});
    openProject = make("openProject", "project", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)});
    openFolder = make("openFolder", "folder", {QKeySequence::Open});
    openModel = make("openModel", "model", {QKeySequence(Qt::CTRL | Qt::Key_M)});
    quit = make("quit", "quit", {QKeySequence(Qt::CTRL | Qt::Key_Q)});
    quit->setMenuRole(QAction::QuitRole);
    scoreAll = make("scoreAll", "score-all", {QKeySequence(Qt::Key_F6)});
    scoreCurrent = make("scoreCurrent", "score-one", {QKeySequence(Qt::Key_F5)});
    cancel = make("cancel", "stop", {QKeySequence(Qt::SHIFT | Qt::Key_Escape)});
    fit = make("fit", "fit", {QKeySequence(Qt::Key_F)});
    oneToOne = make("oneToOne", "one-to-one", {QKeySequence(Qt::CTRL | Qt::Key_1)});
    zoomIn = make("zoomIn", "zoom-in", {QKeySequence(Qt::Key_Plus), QKeySequence::ZoomIn});
    zoomOut = make("zoomOut", "zoom-out", {QKeySequence(Qt::Key_Minus), QKeySequence::ZoomOut});
    heatmap = make("heatmap", "heatmap", {QKeySequence(Qt::Key_H)});
    outlines = make("outlines", "outlines", {QKeySequence(Qt::Key_O)});
    heatmap->setCheckable(true);
    outlines->setCheckable(true);
    next = make("nextImage", "next", {QKeySequence(Qt::Key_PageDown)});
    previous = make("previousImage", "previous", {QKeySequence(Qt::Key_PageUp)});
    about = make("about", "info", {});
    about->setMenuRole(QAction::AboutRole);
    makeReviewActions();
    setDigitsNameClasses(false);
}

void Actions::makeReviewActions()
{
    undo = make("undo", "undo", {QKeySequence::Undo});
    redo = make("redo", "redo", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    nextRegion = make("nextRegion", "next-region", {QKeySequence(Qt::Key_Space)});
    for (int i = 0; i < 9; ++i) {
        auto *action = new QAction(this);
        action->setObjectName(QStringLiteral("class%1").arg(i + 1));
        m_keys->setUsual(action, {QKeySequence(static_cast<int>(Qt::Key_1) + i)});
        action->setVisible(false);
        action->setEnabled(false);
        classes << action;
    }
    harmless = make("harmless", "class-harmless", {QKeySequence(Qt::Key_0)});
    ambiguous = make("ambiguous", "class-ambiguous", {QKeySequence(Qt::Key_A)});
    falseAlarm = make("falseAlarm", "class-false-alarm", {QKeySequence(Qt::Key_Delete)});
    withdraw = make("withdraw", "withdraw", {QKeySequence(Qt::Key_Backspace)});
    merge = make("merge", "merge", {QKeySequence(Qt::Key_M)});
    split = make("split", "split", {QKeySequence(Qt::Key_X)});
}

void Actions::setDigitsNameClasses(bool name)
{
    m_keys->setSpare(oneToOne, name ? QList<QKeySequence>{} : QList{QKeySequence(Qt::Key_1)});
}

void Actions::setSpaceGoesOn(bool goesOn)
{
    m_keys->leaveSpace(!goesOn);
}

QAction *Actions::make(const char *name, const char *icon, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(this);
    action->setObjectName(QLatin1String(name));
    action->setIcon(themedIcon(QLatin1String(icon)));
    m_keys->setUsual(action, keys);
    return action;
}

void Actions::install(QMainWindow *window, const QList<QDockWidget *> &docks)
{
    QMenuBar *bar = window->menuBar();
    m_fileMenu = bar->addMenu(QString());
    m_fileMenu->addActions({newProject, openProject});
    m_fileMenu->addSeparator();
    m_fileMenu->addActions({openFolder, openModel});
    m_fileMenu->addSeparator();
    m_fileMenu->addAction(quit);
    m_editMenu = bar->addMenu(QString());
    m_editMenu->addActions({undo, redo});
    m_scoreMenu = bar->addMenu(QString());
    m_scoreMenu->addActions({scoreCurrent, scoreAll});
    m_scoreMenu->addSeparator();
    m_scoreMenu->addAction(cancel);
    m_reviewMenu = bar->addMenu(QString());
    m_reviewMenu->addAction(nextRegion);
    m_reviewMenu->addSeparator();
    m_reviewMenu->addActions(classes);
    m_reviewMenu->addActions({harmless, ambiguous, falseAlarm, withdraw});
    m_reviewMenu->addSeparator();
    m_reviewMenu->addActions({merge, split});
    m_viewMenu = bar->addMenu(QString());
    m_viewMenu->addActions({previous, next});
    m_viewMenu->addSeparator();
    m_viewMenu->addActions({fit, oneToOne, zoomIn, zoomOut});
    m_viewMenu->addSeparator();
    m_viewMenu->addActions({heatmap, outlines});
    m_viewMenu->addSeparator();
    for (QDockWidget *dock : docks)
        m_viewMenu->addAction(dock->toggleViewAction());
    fillToolBar(window);
    m_viewMenu->addAction(m_toolBar->toggleViewAction());
    m_viewMenu->addSeparator();
    makeThemeMenu();
    makeLanguageMenu();
    m_helpMenu = bar->addMenu(QString());
    m_helpMenu->addAction(about);
    retranslate();
    connect(m_keys, &KeyMap::changed, this, &Actions::retranslate);
}

void Actions::fillToolBar(QMainWindow *window)
{
    m_toolBar = window->addToolBar(QString());
    m_toolBar->setObjectName(QStringLiteral("mainToolBar"));
    m_toolBar->setIconSize(QSize(24, 24));
    m_toolBar->addActions({openFolder, newProject, openModel});
    m_toolBar->addSeparator();
    m_toolBar->addActions({scoreCurrent, scoreAll});
    m_toolBar->addSeparator();
    m_toolBar->addActions({undo, redo, nextRegion});
    m_toolBar->addSeparator();
    m_toolBar->addActions({previous, next});
    m_toolBar->addSeparator();
    m_toolBar->addActions({fit, oneToOne});
    m_toolBar->addSeparator();
    m_toolBar->addActions({heatmap, outlines});
    for (QAction *action : {openFolder, newProject, openModel, scoreCurrent, scoreAll, nextRegion})
        if (auto *button = qobject_cast<QToolButton *>(m_toolBar->widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

void Actions::makeThemeMenu()
{
    m_themeMenu = m_viewMenu->addMenu(QString());
    for (const auto &[theme, name] : {std::pair(Theme::System, "themeSystem"), std::pair(Theme::Light, "themeLight"),
                                      std::pair(Theme::Dark, "themeDark")}) {
        QAction *action = m_themeMenu->addAction(QString());
        action->setObjectName(QLatin1String(name));
        action->setCheckable(true);
        action->setData(static_cast<int>(theme));
        m_themes->addAction(action);
    }
    connect(m_themes, &QActionGroup::triggered, this,
            [this](QAction *action) { emit themeChosen(static_cast<Theme>(action->data().toInt())); });
}

void Actions::makeLanguageMenu()
{
    m_languageMenu = m_viewMenu->addMenu(QString());
    QAction *system = m_languageMenu->addAction(QString());
    system->setObjectName(QStringLiteral("languageSystem"));
    system->setData(QString());
    m_languages->addAction(system);
    for (const LanguageChoice &language : languages()) {
        QAction *action = m_languageMenu->addAction(language.name); // in the language itself: always readable
        action->setObjectName(QStringLiteral("language_") + language.code);
        action->setData(language.code);
        m_languages->addAction(action);
    }
    for (QAction *action : m_languages->actions())
        action->setCheckable(true);
    connect(m_languages, &QActionGroup::triggered, this,
            [this](QAction *action) { emit languageChosen(action->data().toString()); });
}

void Actions::select(Theme theme)
{
    for (QAction *action : m_themes->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(theme));
}

void Actions::selectLanguage(const QString &code)
{
    for (QAction *action : m_languages->actions())
        action->setChecked(action->data().toString() == code);
}

void Actions::retranslate()
{
    const auto say = [](QAction *action, const QString &text, const QString &tip) {
        action->setText(text);
        action->setIconText(onButton(text));
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(key.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, key));
        action->setStatusTip(QString());
    };
    say(newProject, tr("&New project..."), tr("Make a project of a folder: labels, decisions, journal"));
    say(openProject, tr("Open &project..."), tr("Open a project"));
    say(undo, tr("&Undo"), tr("Take the last decision back"));
    say(redo, tr("&Redo"), tr("Make it again"));
    say(nextRegion, tr("&Next region"), tr("The next region without a decision, then the next image"));
    // Their buttons have no other place for the key.
    const auto keyed = [](const QAction *action, const QString &text) {
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        return key.isEmpty() ? text : QStringLiteral("%1  %2").arg(key, text);
    };
    say(harmless, keyed(harmless, tr("&Harmless")), tr("Call the selected regions a harmless impurity"));
    say(ambiguous, keyed(ambiguous, tr("A&mbiguous")), tr("Nobody can tell what the selected regions are"));
    say(falseAlarm, keyed(falseAlarm, tr("&False alarm")), tr("Nothing is there"));
    say(withdraw, tr("&Withdraw"), tr("Take the decision on the selected regions back"));
    say(merge, tr("Mer&ge regions"), tr("Make one defect of the selected regions"));
    say(split, tr("Spl&it region"),
        tr("Make of the selected region the parts that it falls into at a higher threshold"));
    merge->setIconText(tr("Merge"));
    split->setIconText(tr("Split"));
    say(openFolder, tr("&Open folder..."), tr("Open a folder of images or a data set"));
    say(openModel, tr("Open &model..."), tr("Open a trained model"));
    say(quit, tr("&Quit"), tr("Quit Patina"));
    say(scoreAll, tr("Score &all"), tr("Score every image that has no score yet"));
    say(scoreCurrent, tr("&Score this"), tr("Score the image that is shown"));
    say(cancel, tr("&Cancel"), tr("Stop what runs"));
    say(fit, tr("&Fit"), tr("Show the whole image"));
    say(oneToOne, tr("&1:1"), tr("One image pixel per screen pixel"));
    say(zoomIn, tr("Zoom &in"), tr("Zoom in"));
    say(zoomOut, tr("Zoom o&ut"), tr("Zoom out"));
    say(heatmap, tr("&Heatmap"), tr("Show the heatmap over the image"));
    say(outlines, tr("&Outlines"), tr("Show the outlines of regions at the review threshold"));
    say(next, tr("&Next image"), tr("Next image"));
    say(previous, tr("&Previous image"), tr("Previous image"));
    say(about, tr("&About Patina"), tr("About Patina"));
    for (int i = 0; i < classes.size(); ++i)
        if (!classes[i]->isVisible())
            classes[i]->setText(tr("Class %1").arg(i + 1));
    m_fileMenu->setTitle(tr("&File"));
    m_editMenu->setTitle(tr("&Edit"));
    m_reviewMenu->setTitle(tr("&Review"));
    m_scoreMenu->setTitle(tr("&Score"));
    m_viewMenu->setTitle(tr("&View"));
    m_themeMenu->setTitle(tr("&Theme"));
    m_languageMenu->setTitle(tr("&Language"));
    m_helpMenu->setTitle(tr("&Help"));
    m_toolBar->setWindowTitle(tr("Tool bar"));
    const QStringList themes{tr("&System"), tr("&Light"), tr("&Dark")};
    for (QAction *action : m_themes->actions())
        action->setText(themes.value(action->data().toInt()));
    m_languages->actions().constFirst()->setText(tr("&System"));
}

} // namespace patina
