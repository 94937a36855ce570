#include "ui/jobs/eta.h"
#include "ui/look.h"
#include "ui/panels/form_column.h"
#include "ui/panels/path_field.h"
#include "ui/synthesis/output_box.h"
#include "ui/synthesis/replace_question.h"
#include "ui/synthesis/synthesis_words.h"
#include "ui/text/text.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>
#include <utility>

namespace patina {

namespace {

constexpr int kProgressSteps = 1000;

} // namespace

void SynthesisOutputBox::setOutlook(const std::optional<DatasetOutlook> &outlook)
{
    m_outlook = outlook;
    showState();
    if (outlook && std::exchange(m_wanted, false))
        want();
    if (m_watched && m_write->isEnabled()) {
        m_watched = false;
        m_write->setFocus();
    }
}

void SynthesisOutputBox::setPace(const std::optional<SynthesisPace> &pace)
{
    m_pace = pace;
    showState();
}

void SynthesisOutputBox::setProblem(const QString &sentence)
{
    m_problem = sentence;
    showState();
}

void SynthesisOutputBox::setWriting(bool writing, bool stopping)
{
    const bool watched = m_write->hasFocus() || m_cancel->hasFocus() || m_bar->hasFocus();
    if (writing && !m_writing) {
        m_progress = {};
        m_running = m_spec;
        m_clock.start();
        m_first = 0;
        setWritten({}, {});
    }
    m_writing = writing;
    m_stopping = stopping;
    showState();
    if (!watched)
        return;
    // Not on the button that cancels; and then on what one wants next, which is known in a moment.
    m_watched = !writing && m_datasets.empty();
    if (!m_watched)
        (writing ? static_cast<QWidget *>(m_bar) : m_open)->setFocus();
}

void SynthesisOutputBox::showProgress(const JobProgress &progress)
{
    if (progress.total != m_progress.total) {
        m_first = progress.done; // of an earlier run
        m_clock.start();
    }
    m_progress = progress;
    showState();
}

void SynthesisOutputBox::setWritten(const QString &sentence, const std::vector<std::filesystem::path> &datasets)
{
    m_written = sentence;
    m_datasets = datasets;
    showState();
    if (!m_datasets.empty() && std::exchange(m_watched, false))
        m_open->setFocus();
}

QString SynthesisOutputBox::outlookText() const
{
    if (m_out->path().empty())
        return tr("Choose a folder for the data set.");
    if (!m_outlook)
        return tr("Looking at the folder...");
    const QString free = m_outlook->freeBytes > 0
                             ? tr("%1 are free there.").arg(QLocale().formattedDataSize(m_outlook->freeBytes))
                             : QString();
    const auto with = [&](const QString &sentence) { return free.isEmpty() ? sentence : sentence + ' ' + free; };
    switch (m_outlook->kind) {
    case DatasetOutlook::Kind::Free:
        return free;
    case DatasetOutlook::Kind::Finished:
    case DatasetOutlook::Kind::Unfinished:
        return with(earlierText());
    case DatasetOutlook::Kind::Foreign:
        return tr("The folder holds something else; choose an empty or a new one.");
    case DatasetOutlook::Kind::NoFolder:
        return tr("That is a file; choose a folder.");
    case DatasetOutlook::Kind::NotWritable:
        return tr("The folder cannot be written to; choose another one.");
    }
    return {};
}

bool SynthesisOutputBox::isAllThere() const
{
    return m_outlook && m_outlook->kind == DatasetOutlook::Kind::Finished && m_outlook->lost == 0 &&
           m_outlook->origin == DatasetOutlook::Origin::Same && m_outlook->kept >= imageFilesOf(m_spec);
}

/// That can be opened: what a run has left, or what an earlier one has.
std::vector<std::filesystem::path> SynthesisOutputBox::datasets() const
{
    if (!m_datasets.empty() || !isAllThere())
        return m_datasets;
    if (m_spec.version == SynthesisVersion::Both)
        return {out() / "clean", out() / "stained"};
    return {out()};
}

QString SynthesisOutputBox::earlierText() const
{
    const auto lost = static_cast<int>(m_outlook->lost);
    if (m_outlook->origin == DatasetOutlook::Origin::OtherSpec)
        return tr("A data set of another specification lies there: %n of its images are replaced.", nullptr, lost);
    if (m_outlook->origin == DatasetOutlook::Origin::OtherProgram)
        return tr("Another version of the program made what lies there: %n of its images are replaced.", nullptr, lost);
    const auto kept = static_cast<int>(m_outlook->kept);
    if (isAllThere())
        return tr("The data set is there already; nothing is to do.");
    const QString goesOn = tr("%n images are there and stay.", nullptr, kept);
    return lost > 0 ? goesOn + ' ' + tr("%n others are removed.", nullptr, lost) : goesOn;
}

void SynthesisOutputBox::want()
{
    if (m_writing)
        return;
    m_wanted = !m_outlook && !m_out->path().empty();
    if (m_write->isEnabled()) {
        m_write->setFocus();
        askToWrite();
    } else if (m_out->path().empty()) {
        m_out->line()->setFocus(Qt::TabFocusReason);
    }
}

void SynthesisOutputBox::setWriteKey(const QString &key)
{
    m_key = key;
    retranslateUi();
}

void SynthesisOutputBox::askToWrite()
{
    if (!m_outlook || m_outlook->lost == 0) {
        emit writeWanted();
        return;
    }
    const ReplaceQuestion question{tr("Write the data set"), earlierText(), tr("Replace")};
    askToReplace(this, question, [this] { emit writeWanted(); });
}

QString SynthesisOutputBox::forecastText() const
{
    const auto files = imageFilesOf(m_spec);
    const auto kept =
        std::min(m_outlook && m_outlook->origin == DatasetOutlook::Origin::Same ? m_outlook->kept : 0, files);
    if (!m_pace || kept == files)
        return tr("%1.").arg(SynthesisWords::images(files, m_spec.version));
    const QString all = SynthesisWords::images(files, m_spec.version);
    const QString images = kept > 0 ? tr("%Ln of %1 are left", nullptr, static_cast<int>(files - kept)).arg(all) : all;
    DatasetForecast forecast = forecastOf(m_spec, *m_pace);
    forecast.bytes = forecast.bytes / files * (files - kept);
    forecast.ms = forecast.ms * (files - kept) / files;
    const QLocale locale;
    const qint64 seconds = (forecast.ms + 999) / 1000;
    const QString time = seconds < 90        ? tr("%1 s").arg(locale.toString(seconds))
                         : seconds < 90 * 60 ? tr("%1 min").arg(locale.toString((seconds + 30) / 60))
                                             : tr("%1 h").arg(locale.toString(double(seconds) / 3600.0, 'f', 1));
    QString text = tr("%1, about %2, in about %3.").arg(images, locale.formattedDataSize(forecast.bytes, 1), time);
    if (m_outlook && m_outlook->freeBytes > 0 && forecast.bytes > m_outlook->freeBytes)
        text += QLatin1Char(' ') + tr("There is not enough room.");
    return text;
}

/// In the words of the forecast.
QString SynthesisOutputBox::progressText() const
{
    if (m_stopping)
        return tr("Stopping...");
    if (m_progress.total <= 0)
        return Text::stage(QStringLiteral("synthesis"));
    const std::int64_t files = imageFilesOf(m_running);
    const QString text = tr("%1 of %2 are made")
                             .arg(QLocale().toString(m_progress.done * files / m_progress.total),
                                  SynthesisWords::images(files, m_running.version));
    const auto left =
        remainingMs(m_progress.done - m_first, m_progress.total - m_first, m_clock.isValid() ? m_clock.elapsed() : 0);
    return left ? QStringLiteral("%1, %2").arg(text, Text::remaining(*left)) : text;
}

void SynthesisOutputBox::showState()
{
    m_forecast->setText(m_writing ? progressText() : m_written.isEmpty() ? forecastText() : m_written);
    const QString note = !m_problem.isEmpty() ? m_problem : outlookText();
    FormColumn::setNote(m_note, m_writing || !m_written.isEmpty() ? QString() : note);
    m_bar->setVisible(m_writing);
    m_bar->setRange(0, kProgressSteps); // not 0..0, which looks full
    m_bar->setValue(m_progress.total > 0 ? static_cast<int>(m_progress.done * kProgressSteps / m_progress.total) : 0);
    showButtons();
}

void SynthesisOutputBox::showButtons()
{
    const bool unfinished = m_outlook && m_outlook->kind == DatasetOutlook::Kind::Unfinished && m_outlook->kept > 0;
    const bool possible = m_outlook && m_outlook->possible() && m_problem.isEmpty() && !isAllThere();
    m_write->setVisible(!m_writing);
    m_write->setEnabled(possible);
    m_write->setText(unfinished ? tr("Resume") : tr("Write the data set"));
    m_cancel->setVisible(m_writing);
    m_cancel->setEnabled(!m_stopping);
    const auto count = datasets().size();
    const bool done = !m_writing && count > 0;
    const bool both = count > 1;
    m_open->setVisible(done);
    m_open->setText(both ? tr("Open the stained one as a project") : tr("Open as a project"));
    m_openSecond->setVisible(done && both);
    m_openSecond->setText(tr("Open the clean one"));
    m_folder->setVisible(done);
}

void SynthesisOutputBox::retranslateUi()
{
    using F = FormColumn;
    m_countTitle->setText(tr("Images"));
    F::say(m_countLabels[0], tr("To train on"), tr("Good images"));
    F::say(m_countLabels[1], tr("To validate"), tr("Good images to validate on"));
    F::say(m_countLabels[2], tr("Good, to test"), tr("Good images to test on"));
    F::say(m_countLabels[3], tr("Of each defect"), tr("Images to test on of each class of defects"));
    F::say(m_countLabels[4], tr("Ambiguous"), tr("Images that nobody can be sure of; they count nowhere"));
    m_sizeTitle->setText(tr("Camera"));
    F::say(m_widthLabel, tr("Width"));
    F::say(m_heightLabel, tr("Height"));
    for (QSpinBox *side : {m_width, m_height})
        side->setSuffix(tr(" px"));
    F::say(m_scaleLabel, tr("A pixel is"), tr("Millimetres of the part that a pixel sees"));
    m_scale->setSuffix(tr(" mm"));
    F::say(m_depthLabel, tr("Depth"), tr("Bits of a channel: a model takes images of one depth alone"));
    for (int i = 0; i < m_depth->count(); ++i) {
        const int bits = m_depth->itemData(i).toInt();
        m_depth->setItemText(i, (bits == 8 || bits == 16 ? tr("%1 bits") : tr("%1 of 16 bits")).arg(bits));
    }
    F::say(m_versionLabel, tr("Version"), tr("Both share everything but the impurities"));
    m_version->setItemText(0, tr("Clean and stained"));
    m_version->setItemText(1, tr("Clean"));
    m_version->setItemText(2, tr("Stained"));
    m_outTitle->setText(tr("Data set"));
    m_out->setWords(tr("Folder of the data set"), {}, tr("New or empty folder"));
    m_out->line()->setAccessibleName(tr("Folder of the data set"));
    m_bar->setAccessibleName(tr("Progress of the data set"));
    m_cancel->setText(tr("Cancel"));
    const QString tip = tr("Write the images that are not there yet");
    m_write->setToolTip(m_key.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, m_key));
    m_cancel->setToolTip(tr("Stop; what is finished is kept"));
    m_folder->setText(tr("Open folder"));
    showState();
}

} // namespace patina
