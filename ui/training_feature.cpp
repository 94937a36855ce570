#include "ui/training_feature.h"

#include "ui/actions.h"
#include "ui/look.h"
#include "ui/main_window.h"
#include "ui/panels/message_strip.h"
#include "ui/panels/training_panel.h"
#include "ui/session.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QToolBar>

namespace patina {

void TrainingFeature::add(const WindowParts &parts)
{
    if (parts.session->training().canTrain())
        new TrainingFeature(parts); // a child of the window
}

TrainingFeature::TrainingFeature(const WindowParts &parts)
    : QObject(parts.window), m_dock(new QDockWidget(parts.window)),
      m_panel(new TrainingPanel(parts.session, *parts.settings, m_dock)), m_train(new QAction(this))
{
    m_dock->setObjectName(QStringLiteral("trainingDock"));
    m_dock->setWidget(m_panel);
    parts.window->addDockWidget(Qt::RightDockWidgetArea, m_dock);
    if (auto *regions = parts.window->findChild<QDockWidget *>(QStringLiteral("regionDock")))
        parts.window->tabifyDockWidget(regions, m_dock);
    m_dock->hide();
    m_train->setObjectName(QStringLiteral("train"));
    m_train->setIcon(themedIcon(QStringLiteral("train")));
    m_train->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    parts.actions->modelMenu()->addSeparator();
    parts.actions->modelMenu()->addAction(m_train);
    parts.actions->viewMenu()->insertAction(parts.actions->toolBar()->toggleViewAction(), m_dock->toggleViewAction());
    connect(m_train, &QAction::triggered, this, &TrainingFeature::show);
    // What was said of the last run goes when another one begins.
    connect(&parts.session->training(), &TrainingRunner::ended, this,
            [this, strip = parts.strip](const Answer<TrainingOutcome> &outcome) {
                m_said = outcome || strip->isHidden() ? QString() : strip->text();
            });
    connect(&parts.session->training(), &TrainingRunner::runningChanged, this,
            [this, strip = parts.strip](bool running) {
                if (running && !m_said.isEmpty() && strip->text() == m_said)
                    strip->hide();
            });
    connect(parts.window, &MainWindow::retranslated, this, &TrainingFeature::retranslateUi);
    connect(parts.window, &MainWindow::storing, this,
            [panel = m_panel, settings = parts.settings] { panel->store(*settings); });
    retranslateUi();
}

void TrainingFeature::show()
{
    m_dock->show();
    m_dock->raise();
    m_panel->setFocus();
}

void TrainingFeature::retranslateUi()
{
    m_dock->setWindowTitle(tr("Training"));
    m_dock->toggleViewAction()->setText(tr("&Training"));
    m_train->setText(tr("&Train a model..."));
    m_train->setToolTip(
        tr("Train a model on good parts (%1)").arg(m_train->shortcut().toString(QKeySequence::NativeText)));
}

} // namespace patina
