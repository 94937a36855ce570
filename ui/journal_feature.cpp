#include "ui/journal_feature.h"

#include "core/project/journal_csv.h"
#include "ui/actions.h"
#include "ui/look.h"
#include "ui/main_window.h"
#include "ui/panels/journal_panel.h"
#include "ui/panels/message_strip.h"
#include "ui/review_flow.h"
#include "ui/session.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

#include <QAction>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QToolBar>

namespace patina {

JournalFeature::JournalFeature(const WindowParts &parts, ReviewFlow *flow)
    : QObject(parts.window), m_parts(parts), m_flow(flow), m_dock(new QDockWidget(parts.window)),
      m_panel(new JournalPanel(parts.session, m_dock)),
      m_show(new QAction(themedIcon(QStringLiteral("journal")), {}, this))
{
    addDock();
    m_pool.setMaxThreadCount(1);
    m_show->setObjectName(QStringLiteral("showJournal"));
    m_show->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_J));
    parts.actions->reviewMenu()->addSeparator();
    parts.actions->reviewMenu()->addAction(m_show);
    connect(m_show, &QAction::triggered, this, &JournalFeature::show);
    connect(m_panel, &JournalPanel::placeChosen, this, &JournalFeature::goTo);
    connect(m_panel, &JournalPanel::verifyWanted, this, &JournalFeature::verify);
    connect(m_panel, &JournalPanel::exportWanted, this, &JournalFeature::askExport);
    const ProjectDocument *project = &parts.session->project();
    connect(project, &ProjectDocument::projectAboutToChange, this, &JournalFeature::endJobs);
    connect(project, &ProjectDocument::projectChanged, this, &JournalFeature::makeJobs);
    connect(parts.window, &MainWindow::retranslated, this, &JournalFeature::retranslate);
    retranslate();
}

JournalFeature::~JournalFeature() = default;

void JournalFeature::addDock()
{
    m_dock->setObjectName(QStringLiteral("journalDock"));
    m_dock->setWidget(m_panel);
    m_parts.window->addDockWidget(Qt::BottomDockWidgetArea, m_dock);
    m_dock->hide();
    m_parts.actions->viewMenu()->insertAction(m_parts.actions->toolBar()->toggleViewAction(),
                                              m_dock->toggleViewAction());
}

void JournalFeature::show()
{
    m_dock->show();
    m_dock->raise();
    m_panel->setFocus();
}

void JournalFeature::goTo(const QString &image, const cv::Rect &area)
{
    if (m_parts.session->document().rowOfName(image) < 0)
        say(tr("The image %1 is not open any more.").arg(image), false);
    else
        m_flow->showRegion(image, area);
}

void JournalFeature::makeJobs()
{
    if (!m_parts.session->project().isOpen())
        return;
    m_verify = std::make_unique<JobRunner<ProjectVerdict>>(&m_pool);
    m_export = std::make_unique<JobRunner<JournalEntry>>(&m_pool);
    m_parts.session->jobs().follow(m_verify.get(), [] { return tr("Verifying the journal"); });
    m_parts.session->jobs().follow(m_export.get(), [] { return tr("Writing the journal"); });
}

void JournalFeature::endJobs()
{
    m_verify.reset();
    m_export.reset();
}

void JournalFeature::verify()
{
    if (!m_verify || m_verify->running())
        return;
    m_verify->start(
        [file = m_parts.session->project().project().file()](const JobContext &context) {
            return Project::open(file, Project::Access::ReadOnly).and_then([&](const Project &project) {
                return project.verify(context);
            });
        },
        [this](const Result<ProjectVerdict> &verdict) { takeVerdict(verdict); });
}

void JournalFeature::takeVerdict(const Result<ProjectVerdict> &verdict)
{
    if (!verdict)
        return say(verdict.error().code == ErrorCode::Cancelled
                       ? tr("The journal was not verified to its end.")
                       : tr("The journal was not verified. %1").arg(Text::error(verdict.error())),
                   verdict.error().code != ErrorCode::Cancelled);
    if (verdict->good())
        return say(tr("File and journal are sound: %n entries follow each other and give what the project holds. The "
                      "last has the SHA-256 %1.",
                      nullptr, static_cast<int>(verdict->entries))
                       .arg(QString::fromStdString(verdict->head)),
                   false);
    QStringList problems;
    for (const std::string &problem : verdict->problems)
        problems << QString::fromStdString(problem);
    say(tr("The project is not what its journal tells: %1. File > Restore project makes it whole again.")
            .arg(problems.join(QStringLiteral("; "))),
        true);
}

void JournalFeature::askExport()
{
    const QFileInfo project(QString::fromStdString(m_parts.session->project().project().file().string()));
    auto *dialog = new QFileDialog(m_parts.window, tr("Export the journal"),
                                   project.absolutePath() + QLatin1Char('/') + project.completeBaseName() +
                                       QStringLiteral("-journal.csv"),
                                   tr("CSV files (*.csv);;All files (*)"));
    dialog->setObjectName(QStringLiteral("journalExportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &JournalFeature::exportTo);
    dialog->open();
}

void JournalFeature::exportTo(const QString &file)
{
    if (!m_export || m_parts.session->project().isBlind())
        return;
    m_export->start(
        [from = m_parts.session->project().project().file(), to = pathOf(file)](const JobContext &context) {
            return Project::open(from, Project::Access::ReadOnly).and_then([&](const Project &project) {
                return writeJournalCsv(project, to, context);
            });
        },
        [this, file](const Result<JournalEntry> &last) {
            if (last)
                say(tr("%n entries of the journal were written to %1. The last has the SHA-256 %2.", nullptr,
                       static_cast<int>(last->number))
                        .arg(file, QString::fromStdString(last->sha256)),
                    false);
            else if (last.error().code == ErrorCode::Cancelled)
                say(tr("The export was cancelled; nothing was written."), false);
            else
                say(tr("The journal was not exported. %1").arg(Text::error(last.error())), true);
        });
}

void JournalFeature::say(const QString &sentence, bool isError)
{
    m_parts.strip->show({isError ? Message::Kind::Error : Message::Kind::Notice, sentence});
}

void JournalFeature::retranslate()
{
    m_dock->setWindowTitle(tr("Journal"));
    m_dock->toggleViewAction()->setText(tr("&Journal"));
    m_show->setText(tr("&Journal"));
    m_show->setToolTip(
        tr("Who has changed what, and when (%1)").arg(m_show->shortcut().toString(QKeySequence::NativeText)));
}

} // namespace patina
