#include "ui/studies/study_panel.h"

#include "ui/document/images_folder.h"
#include "ui/panels/page_head.h"
#include "ui/session.h"
#include "ui/settings/settings.h"
#include "ui/studies/study_form.h"
#include "ui/studies/study_result_view.h"
#include "ui/studies/study_words.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

#include <QApplication>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

#include <utility>

namespace patina {

namespace {

constexpr int kProgressSteps = 1000;

} // namespace

void StudyPanel::store() const
{
    saveStudyState(m_form->state(), m_stateFile);
}

void StudyPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_asked, true)) {
        m_runner.askBackbones();
        showLastStudy();
    }
    showState();
}

void StudyPanel::openImagesChanged()
{
    const Document &document = m_session->document();
    m_form->setOpenFolder(document.hasImages() ? imagesFolder(document.dataset()) : std::filesystem::path());
}

void StudyPanel::takeBackbones(const Answer<std::vector<std::string>> &names)
{
    m_form->setBackbones(names.result.value_or(std::vector<std::string>()));
    if (!names)
        m_problem = [error = names.error()] {
            return tr("The installed backbones were not found out. %1").arg(Text::error(error));
        };
    showState();
}

void StudyPanel::start()
{
    if (m_runner.running() || !m_form->problem().isEmpty())
        return;
    m_problem = nullptr;
    store();
    StudyOrder order = m_form->order();
    order.threads = m_settings->threads;
    order.device = m_settings->device.toStdString();
    if (m_session->scoring() || m_session->training().running())
        emit noticed(tr("One job at a time uses the engine: the study begins when it is free."));
    m_runner.start(order);
    showState();
    m_running->setFocus(); // not on the button that cancels
}

void StudyPanel::chooseStudy()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of a study"), m_form->state().out);
    if (!folder.isEmpty())
        showStudy(folder);
}

void StudyPanel::showStudy(const QString &folder)
{
    m_tellsReading = true;
    m_runner.read(pathOf(folder));
}

/// Where the results of the fields lie already, they are what one comes back to.
void StudyPanel::showLastStudy()
{
    const std::filesystem::path folder = m_form->order().out;
    std::error_code ec;
    if (!folder.empty() && std::filesystem::exists(folder / "study.json", ec))
        m_runner.read(folder);
}

void StudyPanel::takeRead(const Answer<StudyOutcome> &outcome)
{
    const bool tells = std::exchange(m_tellsReading, false);
    if (outcome)
        m_results->setOutcome(std::make_shared<const StudyOutcome>(*outcome));
    else if (tells)
        emit failed(tr("There is no study to be shown. %1").arg(Text::windowError(outcome.error())));
    showState();
    if (outcome && tells)
        m_results->setFocus();
}

void StudyPanel::takeEnd(const Answer<StudyOutcome> &outcome)
{
    const QString name = StudyWords::kind(m_runner.order().kind);
    const bool watched = isAncestorOf(QApplication::focusWidget()); // else somebody works elsewhere
    if (outcome) {
        m_results->setOutcome(std::make_shared<const StudyOutcome>(*outcome));
        emit noticed(tr("The study \"%1\" is done: %2.")
                         .arg(name, QString::fromStdString((outcome->order.out / "study.html").string())));
    } else if (outcome.error().code == ErrorCode::Cancelled) {
        m_problem = [] { return tr("Cancelled. Run goes on where it was, as long as the fields stay as they are."); };
        emit noticed(tr("The study \"%1\" was cancelled. Its runs are kept: run again in the same folder, it goes on.")
                         .arg(name));
    } else {
        m_problem = [error = outcome.error()] { return Text::windowError(error); };
        emit failed(tr("The study \"%1\" did not come to an end. %2").arg(name, Text::windowError(outcome.error())));
    }
    m_form->showOutNote();
    showState();
    if (watched)
        outcome ? m_results->setFocus() : m_run->setFocus();
}

void StudyPanel::showState()
{
    const bool running = m_runner.running();
    const QString missing = m_form->problem();
    m_form->setEnabled(!running);
    setFocusProxy(running ? m_running : static_cast<QWidget *>(m_form));
    m_open->setEnabled(!running);
    m_run->setVisible(!running);
    m_run->setEnabled(missing.isEmpty());
    m_cancel->setVisible(running);
    m_cancel->setEnabled(!m_runner.stopping());
    QStringList lines;
    if (m_problem)
        lines << m_problem();
    if (!missing.isEmpty())
        lines << missing;
    FormColumn::setNote(m_banner, running ? QString() : lines.join(QLatin1Char('\n')));
    m_pages->setCurrentWidget(running ? m_running : m_runner.outcome() ? static_cast<QWidget *>(m_results) : m_nothing);
    if (running)
        showProgress();
}

void StudyPanel::showProgress()
{
    const JobProgress &progress = m_runner.progress();
    const QLocale locale;
    m_title->setText(StudyWords::kind(m_runner.order().kind));
    m_stage->setText(m_runner.stopping()        ? tr("Stopping...")
                     : progress.stage.isEmpty() ? tr("Waiting for the engine...")
                                                : Text::stage(progress.stage));
    // 0..0 = busy: until the first run is done, which can take minutes, something moves.
    const bool known = progress.total > 1 && progress.done > 0;
    m_bar->setRange(0, known ? kProgressSteps : 0);
    m_bar->setValue(known ? static_cast<int>(progress.done * kProgressSteps / progress.total) : 0);
    QStringList parts;
    if (progress.stage == QLatin1String("study"))
        parts << tr("%1 of %2 runs").arg(locale.toString(progress.done), locale.toString(progress.total));
    if (const auto left = m_runner.remainingMs())
        parts << Text::remaining(*left);
    m_count->setText(parts.join(QStringLiteral(", ")));
}

void StudyPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void StudyPanel::retranslateUi()
{
    m_head->setTitle(tr("Studies"));
    m_open->setText(tr("Open a study..."));
    m_open->setToolTip(tr("Show what a study of before came to, without running it again"));
    m_run->setText(tr("Run"));
    const QString tip = tr("Train and test every arm with every seed");
    m_run->setToolTip(m_key.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, m_key));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop the study; the runs that are done are kept"));
    m_empty->setText(tr("Choose a question, name its data sets and a folder for the results, and press Run. Every way "
                        "to make a bank (an arm) is trained and tested with every seed; what comes of it is a table "
                        "with intervals, differences, charts and a report. A study of before is shown by Open a "
                        "study."));
    m_keeps->setText(tr("The window stays usable; scoring and training wait, for one job at a time uses the engine. A "
                        "study that is cancelled goes on where it was when it is run again in the same folder."));
    m_bar->setAccessibleName(tr("Progress of the study"));
    showState();
}

} // namespace patina
