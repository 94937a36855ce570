#include "ui/evaluation/evaluation_report.h"

#include "core/project/project_thresholds.h"
#include "core/report/project_report.h"
#include "ui/main_window.h"
#include "ui/panels/message_strip.h"
#include "ui/session.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>

namespace patina {

namespace {

/// What the report is of: the open project and model as they are now.
std::optional<ProjectReportRequest> requestOf(Session &session)
{
    auto evaluation = session.evaluator().request();
    if (!evaluation)
        return std::nullopt;
    ProjectReportRequest request;
    request.evaluation = *std::move(evaluation);
    const ProjectContents &contents = *request.evaluation.contents;
    request.evaluation.policies = firstOf(policyOf(contents), labelClassesOf(contents));
    if (const ScoreRange &range = session.document().range(); range.calibrated()) {
        request.evaluation.settings.reviewThreshold = *range.review;
        request.evaluation.settings.rejectThreshold = *range.reject;
    }
    request.evaluation.settings.bootstrap = BootstrapSettings();
    request.evaluation.withSegF1 = true;
    if (const auto head = session.project().project().head()) {
        request.journalEntries = head->number;
        request.journalHead = head->sha256;
    }
    request.model = session.document().model();
    request.modelFile = pathOf(session.document().modelPath());
    request.project = session.project().project().file();
    request.dateUtc = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    request.program = "Patina " PATINA_VERSION;
    return request;
}

} // namespace

EvaluationReport::EvaluationReport(const WindowParts &parts) : QObject(parts.window), m_parts(parts)
{
    m_pool.setMaxThreadCount(1);
    const ProjectDocument *project = &parts.session->project();
    connect(project, &ProjectDocument::projectAboutToChange, this, [this] { m_job.reset(); });
    connect(project, &ProjectDocument::projectChanged, this, &EvaluationReport::makeJob);
    connect(project, &ProjectDocument::readerChanged, this, [this] {
        if (m_job && m_parts.session->project().isBlind())
            m_job->cancel(); // it tells what the first reader said
    });
}

void EvaluationReport::makeJob()
{
    if (!m_parts.session->project().isOpen())
        return;
    m_job = std::make_unique<JobRunner<bool>>(&m_pool);
    m_parts.session->jobs().follow(m_job.get(), [] { return tr("Writing the report"); });
}

void EvaluationReport::ask()
{
    if (!m_job || m_job->running())
        return;
    const QFileInfo project(QString::fromStdString(m_parts.session->project().project().file().string()));
    auto *dialog = new QFileDialog(m_parts.window, tr("Write the report (in English)"),
                                   project.absolutePath() + QLatin1Char('/') + project.completeBaseName() +
                                       QStringLiteral("-report.html"),
                                   tr("Reports, always in English (*.html *.pdf)"));
    dialog->setObjectName(QStringLiteral("reportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("html"));
    connect(dialog, &QFileDialog::fileSelected, this, &EvaluationReport::write);
    dialog->open();
}

void EvaluationReport::write(const QString &file)
{
    auto request = requestOf(*m_parts.session);
    if (!m_job || !request)
        return;
    m_job->start(
        [engine = m_parts.session->engine(), request = *std::move(request), path = pathOf(file)](
            const JobContext &context) { return engine->writeReport(request, path, context).map([] { return true; }); },
        [this, file](const Result<bool> &written) {
            if (written)
                m_parts.strip->show({Message::Kind::Notice, tr("The report was written to %1.").arg(file)});
            else if (written.error().code == ErrorCode::Cancelled)
                m_parts.strip->show({Message::Kind::Notice, tr("The report was cancelled; nothing was written.")});
            else
                m_parts.strip->show(
                    {Message::Kind::Error, tr("The report was not written. %1").arg(Text::error(written.error()))});
        });
}

} // namespace patina
