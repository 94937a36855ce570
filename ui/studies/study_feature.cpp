#include "ui/studies/study_feature.h"

#include "ui/actions.h"
#include "ui/look.h"
#include "ui/main_window.h"
#include "ui/panels/message_strip.h"
#include "ui/session.h"
#include "ui/studies/study_panel.h"
#include "ui/studies/study_state.h"
#include "ui/studies/study_words.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QToolBar>

#include <algorithm>
#include <utility>

namespace patina {

void StudyFeature::add(const WindowParts &parts)
{
    if (const auto *host = dynamic_cast<const StudyHost *>(parts.session->engine().get()))
        new StudyFeature(parts, host->studies()); // a child of the window
}

StudyFeature::StudyFeature(const WindowParts &parts, std::shared_ptr<const StudyEngine> engine)
    : QObject(parts.window), m_parts(parts), m_dock(new QDockWidget(parts.window)),
      m_panel(new StudyPanel(std::move(engine), parts.session, parts.settings, studyStateFile(), m_dock)),
      m_show(new QAction(themedIcon(QStringLiteral("study")), {}, this))
{
    addDock();
    m_show->setObjectName(QStringLiteral("studies"));
    m_show->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    parts.actions->modelMenu()->addAction(m_show);
    StudyRunner *runner = &m_panel->runner();
    parts.session->jobs().follow(
        runner->job(),
        [runner] {
            const QString name = StudyWords::kind(runner->order().kind);
            return runner->stopping() ? tr("Stopping the study: %1").arg(name) : tr("Study: %1").arg(name);
        },
        [runner] { runner->cancel(); });
    connect(m_show, &QAction::triggered, this, &StudyFeature::show);
    connect(m_panel, &StudyPanel::failed, this, [this](const QString &sentence) {
        m_parts.strip->show({Message::Kind::Error, sentence});
    });
    connect(m_panel, &StudyPanel::noticed, this, [this](const QString &sentence) {
        m_parts.strip->show({Message::Kind::Notice, sentence});
    });
    connect(parts.window, &MainWindow::retranslated, this, &StudyFeature::retranslate);
    connect(parts.window, &MainWindow::storing, m_panel, &StudyPanel::store);
    retranslate();
}

void StudyFeature::addDock()
{
    m_dock->setObjectName(QStringLiteral("studyDock"));
    m_dock->setWidget(m_panel);
    m_parts.window->addDockWidget(Qt::BottomDockWidgetArea, m_dock);
    if (auto *evaluation = m_parts.window->findChild<QDockWidget *>(QStringLiteral("evaluationDock")))
        m_parts.window->tabifyDockWidget(evaluation, m_dock);
    m_dock->hide();
    m_parts.actions->viewMenu()->insertAction(m_parts.actions->toolBar()->toggleViewAction(),
                                              m_dock->toggleViewAction());
}

void StudyFeature::show()
{
    const bool first = !std::exchange(m_seen, true);
    m_dock->show();
    m_dock->raise();
    m_panel->setFocus();
    // A dock opens as low as it can be; what was made higher stays.
    const int height = m_parts.window->height() * 11 / 20;
    if (first && m_dock->height() < height)
        m_parts.window->resizeDocks({m_dock}, {height}, Qt::Vertical);
}

void StudyFeature::retranslate()
{
    m_dock->setWindowTitle(tr("Studies"));
    m_dock->toggleViewAction()->setText(tr("St&udies"));
    m_show->setText(tr("St&udies"));
    m_show->setToolTip(tr("Compare ways to make a bank, with intervals over seeds and parts (%1)")
                           .arg(m_show->shortcut().toString(QKeySequence::NativeText)));
}

} // namespace patina
