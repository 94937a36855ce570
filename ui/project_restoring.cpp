#include "ui/project_restoring.h"

#include "ui/actions.h"
#include "ui/main_window.h"
#include "ui/panels/message_strip.h"
#include "ui/session.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

#include <QAction>
#include <QDateTime>
#include <QFileDialog>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

namespace patina {

namespace {

QString whenText(const std::string &utc)
{
    const QDateTime when = QDateTime::fromString(QString::fromStdString(utc), Qt::ISODate);
    return when.isValid() ? QLocale().toString(when.toLocalTime(), QLocale::ShortFormat) : QString::fromStdString(utc);
}

bool isOpen(const ProjectDocument &project, const QString &file)
{
    std::error_code ec;
    return project.isOpen() && std::filesystem::equivalent(project.project().file(), pathOf(file), ec);
}

} // namespace

ProjectRestoring::ProjectRestoring(const WindowParts &parts)
    : QObject(parts.window), m_parts(parts), m_job(&m_pool), m_finishing(&m_pool), m_action(new QAction(this))
{
    m_action->setObjectName(QStringLiteral("restoreProject"));
    QMenu *menu = parts.actions->fileMenu();
    const QList<QAction *> present = menu->actions();
    const auto place = present.indexOf(parts.actions->openProject);
    menu->insertAction(present.value(place + 1), m_action);
    connect(m_action, &QAction::triggered, this, &ProjectRestoring::chooseFile);
    connect(parts.window, &MainWindow::retranslated, this, &ProjectRestoring::retranslate);
    connect(parts.session, &Session::projectDamaged, this,
            [this](const QString &file) { restore(file, Wish::Offered); });
}

void ProjectRestoring::retranslate()
{
    m_action->setText(tr("&Restore project..."));
    m_action->setStatusTip(tr("Makes a damaged project whole again, from its backup and its journal"));
}

void ProjectRestoring::chooseFile()
{
    const QString file =
        QFileDialog::getOpenFileName(m_parts.window, tr("Restore project"), m_parts.settings->lastFolder,
                                     tr("Patina projects (*.patinaproj);;All files (*)"));
    if (!file.isEmpty())
        restore(file, Wish::Asked);
}

/// What is damaged is not written to any more: it is closed first.
void ProjectRestoring::restore(const QString &file, Wish wish)
{
    if (m_prepared || m_finishing.running())
        return; // a question is open
    if (isOpen(m_parts.session->project(), file))
        m_parts.session->project().close();
    const auto job = [path = pathOf(file)](const JobContext &context) {
        return ProjectRestore::prepare(path, context).map([](ProjectRestore &&restore) {
            return std::make_shared<ProjectRestore>(std::move(restore));
        });
    };
    m_job.start(job, [this, file, wish](Result<Prepared> prepared) { ask(file, std::move(prepared), wish); });
}

void ProjectRestoring::ask(const QString &file, Result<Prepared> prepared, Wish wish)
{
    if (!prepared) {
        // Where opening failed that was said, with what is wrong.
        if (wish == Wish::Asked)
            m_parts.strip->show({Message::Kind::Error,
                                 tr("The project %1 was not restored. %2").arg(file, Text::error(prepared.error()))});
        return;
    }
    m_prepared = *std::move(prepared);
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Restore project"),
                                tr("The project %1 is damaged. Restore it?").arg(fileNameOf(pathOf(file))),
                                QMessageBox::NoButton, m_parts.window);
    box->setObjectName(QStringLiteral("restoreQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(question(m_prepared->plan()));
    auto *yes = box->addButton(tr("Restore"), QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("restoreAccept"));
    auto *no = box->addButton(tr("Leave it as it is"), QMessageBox::RejectRole);
    no->setObjectName(QStringLiteral("restoreReject"));
    box->setDefaultButton(yes);
    box->setEscapeButton(no);
    connect(box, &QDialog::finished, this, [this, box, yes, file] {
        if (box->clickedButton() == yes)
            finish(file);
        else
            leave(file);
    });
    box->open();
}

QString ProjectRestoring::question(const RestorePlan &plan)
{
    QStringList sentences;
    sentences
        << tr("It will be as it was after change %L1 of its journal (%2).").arg(plan.entries).arg(whenText(plan.utc));
    if (plan.lost > 0)
        sentences << tr("%n changes behind that, up to %1, cannot be made again.", nullptr, static_cast<int>(plan.lost))
                         .arg(whenText(plan.readableUtc));
    else
        sentences << tr("Nothing that can still be read is lost.");
    if (plan.backupEntries > 0)
        sentences << tr("The backup reaches to change %L1 (%2).").arg(plan.backupEntries).arg(whenText(plan.backupUtc));
    else
        sentences << tr("There is no backup; the journal tells it all.");
    sentences << tr("The damaged file is kept beside it under another name.");
    return sentences.join(QLatin1Char(' '));
}

void ProjectRestoring::finish(const QString &file)
{
    const auto job = [restore = std::exchange(m_prepared, nullptr)](const JobContext &) mutable {
        const Prepared mine = std::move(restore); // and its lock goes before the answer comes
        return mine->finish().map([](const std::filesystem::path &kept) { return fileNameOf(kept); });
    };
    m_finishing.start(job, [this, file](Result<QString> kept) {
        if (!kept) {
            m_parts.strip->show(
                {Message::Kind::Error, tr("The project %1 was not restored. %2").arg(file, Text::error(kept.error()))});
            return;
        }
        const QString name = fileNameOf(pathOf(file));
        m_parts.strip->show(
            {Message::Kind::Notice, kept->isEmpty()
                                        ? tr("%1 was restored.").arg(name)
                                        : tr("%1 was restored; the damaged file is kept as %2.").arg(name, *kept)});
        m_parts.session->openProject(file);
    });
}

void ProjectRestoring::leave(const QString &file)
{
    m_prepared.reset();
    m_parts.strip->show(
        {Message::Kind::Notice,
         tr("%1 was left as it is; it can be restored by the file menu.").arg(fileNameOf(pathOf(file)))});
}

} // namespace patina
