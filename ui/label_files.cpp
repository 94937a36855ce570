#include "ui/label_files.h"

#include "ui/actions.h"
#include "ui/dialogs/export_labels_dialog.h"
#include "ui/dialogs/import_labels_dialog.h"
#include "ui/look.h"
#include "ui/main_window.h"
#include "ui/panels/message_strip.h"
#include "ui/session.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>

#include <set>

namespace patina {

LabelFiles::LabelFiles(const WindowParts &parts)
    : QObject(parts.window), m_parts(parts), m_import(new QAction(this)), m_export(new QAction(this)),
      m_importJob(&m_pool), m_exportJob(&m_pool)
{
    m_import->setObjectName(QStringLiteral("importLabels"));
    m_import->setIcon(themedIcon(QStringLiteral("import")));
    m_import->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I));
    m_export->setObjectName(QStringLiteral("exportLabels"));
    m_export->setIcon(themedIcon(QStringLiteral("export")));
    m_export->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    QMenu *menu = parts.actions->fileMenu();
    menu->insertActions(parts.actions->quit, {m_import, m_export});
    menu->insertSeparator(parts.actions->quit);
    connect(m_import, &QAction::triggered, this, &LabelFiles::askImport);
    connect(m_export, &QAction::triggered, this, &LabelFiles::askExport);
    connect(parts.window, &MainWindow::retranslated, this, &LabelFiles::retranslate);
    createJobs();
    showState();
}

void LabelFiles::createJobs()
{
    m_pool.setMaxThreadCount(1);
    for (JobRunnerBase *runner :
         {static_cast<JobRunnerBase *>(&m_importJob), static_cast<JobRunnerBase *>(&m_exportJob)}) {
        connect(runner, &JobRunnerBase::noticed, this, [this](const QString &notice) { m_notices << notice; });
        connect(runner, &JobRunnerBase::runningChanged, this, &LabelFiles::showState);
    }
    JobList &jobs = m_parts.session->jobs();
    jobs.follow(&m_importJob, [] { return tr("Reading labels"); });
    jobs.follow(&m_exportJob, [] { return tr("Writing labels"); });
    connect(&m_parts.session->project(), &ProjectDocument::readerChanged, this, [this] {
        if (m_importJob.running()) { // what is read now would be another reader's change
            m_importJob.abandon();
            say(tr("The import was cancelled; nothing was taken."), false);
            emit finished();
        }
        showState();
    });
    connect(&m_parts.session->project(), &ProjectDocument::projectChanged, this, [this] {
        m_importJob.abandon(); // what was read is for the project before
        showState();
    });
}

QStringList LabelFiles::readers() const
{
    std::set<QString> names;
    for (const Label &label : m_parts.session->project().contents().labels)
        names.insert(QString::fromStdString(label.reader));
    return {names.begin(), names.end()};
}

void LabelFiles::askImport()
{
    auto *dialog = new ImportLabelsDialog(readers(), m_parts.settings->lastFolder, m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_parts.settings->lastFolder = QFileInfo(dialog->source()).absolutePath();
        importFrom({pathOf(dialog->source()), dialog->format(), dialog->reader().toStdString(), {}});
    });
    dialog->open();
}

void LabelFiles::askExport()
{
    auto *dialog = new ExportLabelsDialog(readers(), m_parts.settings->lastFolder, m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_parts.settings->lastFolder = QFileInfo(dialog->target()).absolutePath();
        exportTo(dialog->request(), pathOf(dialog->target()));
    });
    dialog->open();
}

void LabelFiles::importFrom(LabelImportRequest request)
{
    const ProjectDocument &project = m_parts.session->project();
    if (!project.canWrite())
        return;
    m_notices.clear();
    request.folder = std::filesystem::absolute(project.project().file()).parent_path();
    const QString source = QString::fromStdString(request.source.string());
    const auto contents = std::make_shared<const ProjectContents>(project.contents());
    m_importJob.start(
        [contents, request](const JobContext &context) { return gatherLabels(*contents, request, context); },
        [this, source](const Result<LabelImport> &import) { takeImport(import, source); });
}

void LabelFiles::exportTo(LabelExport request, const std::filesystem::path &target)
{
    const ProjectDocument &project = m_parts.session->project();
    if (!project.isOpen())
        return;
    m_notices.clear();
    request.folder = std::filesystem::absolute(project.project().file()).parent_path();
    const auto contents = std::make_shared<const ProjectContents>(project.contents());
    m_exportJob.start([contents, request,
                       target](const JobContext &context) { return exportLabels(*contents, request, target, context); },
                      [this, name = QString::fromStdString(target.string())](const Result<std::int64_t> &labels) {
                          takeExport(labels, name);
                      });
}

void LabelFiles::takeImport(const Result<LabelImport> &import, const QString &source)
{
    ProjectDocument &project = m_parts.session->project();
    Result<void> done = import.map([](const LabelImport &) {});
    if (import && !import->change.edits.empty())
        done = project.change(rebased(import->change, project.contents(), project.nextLabelId()));
    if (done)
        tellImported(import->counts, source);
    else if (done.error().code == ErrorCode::Cancelled)
        say(tr("The import was cancelled; nothing was taken."), false);
    else
        say(tr("The labels were not imported. %1").arg(Text::error(done.error())), true);
    emit finished();
}

void LabelFiles::tellImported(const LabelImportCounts &counts, const QString &source)
{
    QStringList sentences{tr("%n labels were imported from %1.", nullptr, static_cast<int>(counts.labels)).arg(source)};
    if (counts.known > 0)
        sentences << tr("%n were there already.", nullptr, static_cast<int>(counts.known));
    if (counts.leftOut > 0)
        sentences << tr("%n did not fit: %1.", nullptr, static_cast<int>(counts.leftOut)).arg(m_notices.join("; "));
    say(sentences.join(QLatin1Char(' ')), counts.labels == 0 && counts.leftOut > 0);
}

void LabelFiles::takeExport(const Result<std::int64_t> &labels, const QString &target)
{
    if (labels) {
        QStringList sentences{tr("%n labels were written to %1.", nullptr, static_cast<int>(*labels)).arg(target)};
        if (!m_notices.isEmpty())
            sentences << tr("%n images were left out; the first: %1.", nullptr, static_cast<int>(m_notices.size()))
                             .arg(m_notices.constFirst());
        say(sentences.join(QLatin1Char(' ')), false);
    } else if (labels.error().code == ErrorCode::Cancelled) {
        say(tr("The export was cancelled; nothing was written."), false);
    } else {
        say(tr("The labels were not exported. %1").arg(Text::error(labels.error())), true);
    }
    emit finished();
}

void LabelFiles::say(const QString &sentence, bool isError)
{
    m_parts.strip->show({isError ? Message::Kind::Error : Message::Kind::Notice, sentence});
}

void LabelFiles::showState()
{
    const ProjectDocument &project = m_parts.session->project();
    const bool seesAll = !project.isBlind(); // a second reader neither brings in nor writes out what others say
    m_import->setEnabled(project.canWrite() && seesAll && !running());
    m_export->setEnabled(project.isOpen() && seesAll && !running());
}

void LabelFiles::retranslate()
{
    m_import->setText(tr("&Import labels..."));
    m_import->setToolTip(tr("Take labels that another program has written"));
    m_export->setText(tr("&Export labels..."));
    m_export->setToolTip(tr("Write the labels for other programs"));
}

} // namespace patina
