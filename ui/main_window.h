#pragma once

#include "ui/panels/heat_panel.h"
#include "ui/settings/settings.h"

#include <QMainWindow>

class QDockWidget;
class QLabel;
class QStackedWidget;

namespace patina {

class Actions;
class Canvas;
class ImagePanel;
class JobBar;
class Language;
class MessageStrip;
class RecentProjectModel;
class RegionPanel;
class Session;
class StartPage;

/// The workbench: images on the left, the chosen one with its heatmap in the centre, what runs in the status bar.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// \param session not owned, outlives the window.
    /// \param settingsFile where options are kept; empty: nowhere.
    MainWindow(Session *session, const Settings &settings, const QString &settingsFile);
    ~MainWindow() override;

    const Settings &settings() const { return m_settings; }

    // main_window_settings.cpp
    /// The settings with what has been changed in the window itself.
    Settings currentSettings() const;
    /// Uses and stores what the preferences hold; geometry, folders and recent projects stay the window's.
    void apply(const Settings &preferences);
    void storeSettings();
    /// Docks and tool bars as they are when the program is new.
    void resetLayout();
    /// With docks as wide as they usually are in a window of this size.
    void resizeTo(QSize size);

    RecentProjectModel *recentProjects() const { return m_recent; }
    StartPage *startPage() const { return m_start; }
    void openProject(const QString &file);

signals:
    /// Other settings are in use.
    void settingsApplied();
    /// Docks and tool bars are where they are when the program is new.
    void layoutReset();
    /// The language has changed, and the window's own words with it.
    void retranslated();
    /// The settings are about to be written: features put theirs in.
    void storing();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void createCentre();
    void createDocks();
    void createStatusBar();
    /// Docks, pages and dialogs that add themselves: main_window_features.cpp.
    void createFeatures();
    void restoreLayout();
    void arrangeDocks();
    void useSettings();
    void retranslateUi();

    // main_window_connections.cpp
    void connectActions();
    void connectViewActions();
    void connectSession();

    // main_window_review.cpp
    void connectReview();
    void chooseNewProject();
    void chooseProject();
    void showHistory();

    void chooseFolder();
    void chooseModel();
    void openFolder(const QString &folder);
    void openModel(const QString &file);
    void useTheme(Theme theme);
    void useLanguage(const QString &code);
    void showTitle();
    /// Which actions can be used, and what the strip under the canvas says.
    void showState();
    HeatPanel::State heatState() const;

    Session *m_session = nullptr;
    Settings m_settings;
    QString m_settingsFile;
    Language *m_language = nullptr;
    Actions *m_actions = nullptr;
    QStackedWidget *m_pages = nullptr;
    RecentProjectModel *m_recent = nullptr;
    StartPage *m_start = nullptr;
    Canvas *m_canvas = nullptr;
    HeatPanel *m_heatPanel = nullptr;
    MessageStrip *m_strip = nullptr;
    QDockWidget *m_imageDock = nullptr;
    ImagePanel *m_images = nullptr;
    QDockWidget *m_regionDock = nullptr;
    RegionPanel *m_regions = nullptr;
    QLabel *m_cursorLabel = nullptr;
    QLabel *m_zoomLabel = nullptr;
    JobBar *m_jobBar = nullptr;
    QByteArray m_usualLayout;
};

} // namespace patina
