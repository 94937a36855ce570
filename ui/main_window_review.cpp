#include "ui/actions.h"
#include "ui/canvas/canvas.h"
#include "ui/main_window.h"
#include "ui/panels/message_strip.h"
#include "ui/panels/region_panel.h"
#include "ui/session.h"
#include "ui/text/journal_words.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>

namespace patina {

void MainWindow::connectReview()
{
    connect(m_actions->newProject, &QAction::triggered, this, &MainWindow::chooseNewProject);
    connect(m_actions->openProject, &QAction::triggered, this, &MainWindow::chooseProject);
    connect(m_actions->undo, &QAction::triggered, m_session, &Session::undo);
    connect(m_actions->redo, &QAction::triggered, m_session, &Session::redo);
    connect(m_regions, &RegionPanel::marksChanged, this, [this] { m_canvas->setMarks(m_regions->marks()); });
    connect(m_session, &Session::heatChanged, this, [this] { m_canvas->setMarks(m_regions->marks()); });
    connect(m_regions, &RegionPanel::currentRegionChanged, m_canvas, &Canvas::showArea);
    connect(m_regions, &RegionPanel::messaged, this, [this](const QString &sentence) {
        m_strip->show({Message::Kind::Error, sentence});
    });
    connect(m_canvas, &Canvas::clicked, m_regions, &RegionPanel::selectAt);
    const ProjectDocument *project = &m_session->project();
    connect(project, &ProjectDocument::historyChanged, this, &MainWindow::showHistory);
    connect(project, &ProjectDocument::projectChanged, this, [this, project] {
        m_actions->setDigitsNameClasses(project->isOpen());
        showState();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        m_actions->setSpaceGoesOn(qobject_cast<const QAbstractButton *>(now) == nullptr &&
                                  qobject_cast<const QComboBox *>(now) == nullptr);
    });
}

void MainWindow::chooseNewProject()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("New project: folder of its images"), m_settings.lastFolder);
    if (folder.isEmpty())
        return;
    const QString ending = QLatin1String(Project::fileEnding);
    QString file = QFileDialog::getSaveFileName(this, tr("New project: file to make"),
                                                folder + QLatin1Char('/') + QFileInfo(folder).fileName() + ending,
                                                tr("Patina projects (*.patinaproj)"));
    if (file.isEmpty())
        return;
    if (!file.endsWith(ending))
        file += ending;
    m_settings.lastFolder = folder;
    m_strip->hide();
    m_session->createProject(folder, file);
}

void MainWindow::chooseProject()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Open project"), m_settings.lastFolder,
                                                      tr("Patina projects (*.patinaproj);;All files (*)"));
    if (!file.isEmpty())
        openProject(file);
}

void MainWindow::openProject(const QString &file)
{
    m_settings.lastFolder = QFileInfo(file).absolutePath();
    m_strip->hide();
    m_session->openProject(file);
}

void MainWindow::showHistory()
{
    const ProjectDocument &project = m_session->project();
    m_actions->undo->setEnabled(project.canUndo() && project.canWrite());
    m_actions->redo->setEnabled(project.canRedo() && project.canWrite());
    m_actions->nextRegion->setEnabled(project.isOpen());
    m_actions->undo->setStatusTip(JournalWords::action(project.undoText()));
    m_actions->redo->setStatusTip(JournalWords::action(project.redoText()));
}

} // namespace patina
