#include "ui/main_window.h"

#include "ui/actions.h"
#include "ui/canvas/canvas.h"
#include "ui/language.h"
#include "ui/look.h"
#include "ui/models/recent_project_model.h"
#include "ui/panels/dock_scroll.h"
#include "ui/panels/image_panel.h"
#include "ui/panels/job_bar.h"
#include "ui/panels/message_strip.h"
#include "ui/panels/region_panel.h"
#include "ui/panels/start_page.h"
#include "ui/session.h"
#include "ui/text/text.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace patina {

MainWindow::MainWindow(Session *session, const Settings &settings, const QString &settingsFile)
    : m_session(session), m_settings(settings), m_settingsFile(settingsFile), m_language(new Language(this)),
      m_actions(new Actions(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    applyTheme(m_settings.theme);
    m_language->apply(m_settings.language);
    createCentre();
    createDocks();
    createStatusBar();
    m_actions->install(this, {m_imageDock, m_regionDock});
    connectActions();
    connectViewActions();
    connectSession();
    connectReview();
    createFeatures();
    restoreLayout();
    useSettings();
    retranslateUi();
    showState();
}

/// Widgets that go with the window give up the focus, which would be told to actions that are gone.
MainWindow::~MainWindow()
{
    disconnect(qApp, nullptr, this, nullptr);
    // Jobs that end with the parts of the window leave the list of jobs, which would tell parts that are gone.
    m_session->jobs().disconnect();
}

void MainWindow::createCentre()
{
    auto *centre = new QWidget(this);
    m_strip = new MessageStrip(centre);
    m_pages = new QStackedWidget(centre);
    m_recent = new RecentProjectModel(m_settings.recent, this);
    m_start = new StartPage(*m_actions, m_recent, m_pages);
    auto *viewer = new QWidget(m_pages);
    m_canvas = new Canvas(viewer);
    m_canvas->setObjectName(QStringLiteral("canvas"));
    m_heatPanel =
        new HeatPanel(m_settings, {m_actions->openModel, m_actions->scoreCurrent, m_actions->scoreAll}, viewer);
    auto *column = new QVBoxLayout(viewer);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_heatPanel);
    m_pages->addWidget(m_start);
    m_pages->addWidget(viewer);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);
}

void MainWindow::createDocks()
{
    m_imageDock = new QDockWidget(this);
    m_imageDock->setObjectName(QStringLiteral("imageDock"));
    m_images = new ImagePanel(m_session, m_imageDock);
    m_imageDock->setWidget(m_images);
    addDockWidget(Qt::LeftDockWidgetArea, m_imageDock);
    m_regionDock = new QDockWidget(this);
    m_regionDock->setObjectName(QStringLiteral("regionDock"));
    m_regions = new RegionPanel(m_session,
                                {m_actions->classes, m_actions->harmless, m_actions->ambiguous, m_actions->falseAlarm,
                                 m_actions->withdraw, m_actions->merge, m_actions->split},
                                m_regionDock);
    m_regionDock->setWidget(new DockScroll(m_regions, m_regionDock));
    addDockWidget(Qt::RightDockWidgetArea, m_regionDock);
    QWidget *before = m_images->focusProxy();
    for (QWidget *next :
         QList<QWidget *>{m_canvas} + m_heatPanel->controls() + QList{m_regions->focusProxy()} + m_images->filters()) {
        setTabOrder(before, next);
        before = next;
    }
    arrangeDocks();
}

void MainWindow::createStatusBar()
{
    m_cursorLabel = new QLabel(this);
    m_cursorLabel->setObjectName(QStringLiteral("cursorLabel"));
    m_cursorLabel->setContentsMargins(kGrid, 0, kGrid, 0);
    m_cursorLabel->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // widens no window
    m_zoomLabel = new QLabel(this);
    m_zoomLabel->setObjectName(QStringLiteral("zoomLabel"));
    m_zoomLabel->setContentsMargins(kGrid, 0, kGrid, 0);
    m_jobBar = new JobBar(&m_session->jobs(), this);
    statusBar()->addWidget(m_cursorLabel, 1);
    statusBar()->addPermanentWidget(m_jobBar);
    statusBar()->addPermanentWidget(m_zoomLabel);
}

void MainWindow::retranslateUi()
{
    m_actions->retranslate();
    m_imageDock->setWindowTitle(tr("Images"));
    m_imageDock->toggleViewAction()->setText(tr("&Images"));
    m_regionDock->setWindowTitle(tr("Regions"));
    m_regionDock->toggleViewAction()->setText(tr("&Regions"));
    m_canvas->setAccessibleName(tr("Image"));
    m_cursorLabel->clear();
    m_zoomLabel->setText(m_canvas->hasImage() ? Text::zoom(m_canvas->view().scale()) : QString());
    m_zoomLabel->setToolTip(tr("Screen pixels per image pixel"));
    showTitle();
    emit retranslated();
}

void MainWindow::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open folder"), m_settings.lastFolder);
    if (!folder.isEmpty())
        openFolder(folder);
}

void MainWindow::chooseModel()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Open model"), m_settings.lastModelFolder,
                                                      tr("Patina models (*.patina);;All files (*)"));
    if (!file.isEmpty())
        openModel(file);
}

void MainWindow::openFolder(const QString &folder)
{
    m_settings.lastFolder = folder;
    m_strip->hide();
    m_session->openFolder(folder);
}

void MainWindow::openModel(const QString &file)
{
    m_settings.lastModelFolder = QFileInfo(file).absolutePath();
    m_strip->hide();
    m_session->openModel(file);
}

void MainWindow::showTitle()
{
    const Document &document = m_session->document();
    QStringList parts;
    if (m_session->project().isOpen())
        parts << (m_session->project().canWrite() ? QStringLiteral("%1") : tr("%1 (read-only)"))
                     .arg(QString::fromStdString(m_session->project().project().file().filename().string()));
    else if (document.hasImages())
        parts << QString::fromStdString(document.dataset().root.filename().string());
    if (document.hasModel())
        parts << QFileInfo(document.modelPath()).fileName();
    parts << QStringLiteral("Patina");
    setWindowTitle(parts.join(QStringLiteral(" — ")));
}

void MainWindow::showState()
{
    const Document &document = m_session->document();
    const bool canScore = document.hasImages() && document.hasModel();
    m_pages->setCurrentIndex(document.hasImages() ? 1 : 0);
    m_actions->scoreAll->setEnabled(canScore);
    m_actions->scoreCurrent->setEnabled(canScore && m_session->currentRow() >= 0);
    m_actions->cancel->setEnabled(!m_session->jobs().isEmpty());
    for (QAction *action : {m_actions->next, m_actions->previous, m_actions->fit, m_actions->oneToOne,
                            m_actions->zoomIn, m_actions->zoomOut})
        action->setEnabled(document.hasImages());
    for (QAction *action : {m_actions->heatmap, m_actions->outlines})
        action->setEnabled(canScore);
    m_heatPanel->setState(heatState());
    showHistory();
    showTitle();
}

HeatPanel::State MainWindow::heatState() const
{
    const Document &document = m_session->document();
    const int row = m_session->currentRow();
    if (m_canvas->hasHeat())
        return HeatPanel::State::Shown;
    if (!document.hasModel())
        return HeatPanel::State::NoModel;
    if (row < 0 || document.result(row).state == ImageState::NotScored)
        return m_session->scoring() ? HeatPanel::State::Waiting : HeatPanel::State::NotScored;
    return document.result(row).state == ImageState::Failed ? HeatPanel::State::Failed : HeatPanel::State::Waiting;
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    storeSettings();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().constFirst().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    for (const QUrl &url : event->mimeData()->urls()) {
        const QString path = url.toLocalFile();
        if (QFileInfo(path).isDir())
            openFolder(path);
        else if (path.endsWith(QLatin1String(Project::fileEnding)))
            openProject(path);
        else
            openModel(path);
    }
}

} // namespace patina
