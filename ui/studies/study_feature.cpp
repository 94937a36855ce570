#include "ui/studies/study_feature.h"

#include "ui/actions.h"
#include "ui/look.h"
#include "ui/main_window.h"
#include "ui/page_place.h"
#include "ui/panels/message_strip.h"
#include "ui/session.h"
#include "ui/studies/study_panel.h"
#include "ui/studies/study_state.h"
#include "ui/studies/study_words.h"

#include <QAction>
#include <QMenu>

#include <utility>

namespace patina {

void StudyFeature::add(const WindowParts &parts, PagePlace *pages)
{
    if (const auto *host = dynamic_cast<const StudyHost *>(parts.session->engine().get()))
        new StudyFeature(parts, pages, host->studies()); // a child of the window
}

StudyFeature::StudyFeature(const WindowParts &parts, PagePlace *pages, std::shared_ptr<const StudyEngine> engine)
    : QObject(parts.window), m_parts(parts), m_engine(std::move(engine)),
      m_show(new QAction(themedIcon(QStringLiteral("study")), {}, this))
{
    m_show->setObjectName(QStringLiteral("studies"));
    m_show->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    parts.actions->modelMenu()->addAction(m_show);
    pages->add(m_show, [this](QWidget *parent) { return createPage(parent); });
    connect(parts.window, &MainWindow::retranslated, this, &StudyFeature::retranslate);
    retranslate();
}

StudyPanel *StudyFeature::createPage(QWidget *parent)
{
    auto *panel = new StudyPanel(m_engine, m_parts.session, m_parts.settings, studyStateFile(), parent);
    StudyRunner *runner = &panel->runner();
    m_parts.session->jobs().follow(
        runner->job(),
        [runner] {
            const QString name = StudyWords::kind(runner->order().kind);
            return runner->stopping() ? tr("Stopping the study: %1").arg(name) : tr("Study: %1").arg(name);
        },
        [runner] { runner->cancel(); });
    connect(panel, &StudyPanel::failed, this, [this](const QString &sentence) {
        m_parts.strip->show({Message::Kind::Error, sentence});
    });
    connect(panel, &StudyPanel::noticed, this, [this](const QString &sentence) {
        m_parts.strip->show({Message::Kind::Notice, sentence});
    });
    connect(panel, &StudyPanel::leaveWanted, m_show, [this] { m_show->setChecked(false); });
    connect(m_parts.window, &MainWindow::storing, panel, &StudyPanel::store);
    return panel;
}

void StudyFeature::retranslate()
{
    m_show->setText(tr("St&udies"));
    m_show->setToolTip(tr("Compare ways to make a bank, with intervals over seeds and parts (%1)")
                           .arg(m_show->shortcut().toString(QKeySequence::NativeText)));
}

} // namespace patina
