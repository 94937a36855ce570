#include "ui/panels/training_data_box.h"
#include "ui/panels/training_model_box.h"
#include "ui/panels/training_panel.h"
#include "ui/session.h"
#include "ui/text/text.h"

#include <QLabel>
#include <QLocale>

namespace patina {

namespace {

QString sizeText(cv::Size size)
{
    const QLocale locale;
    return QStringLiteral("%1 x %2").arg(locale.toString(size.width), locale.toString(size.height));
}

} // namespace

void TrainingPanel::takeSurvey(const Answer<TrainingSurvey> &survey)
{
    if (!survey)
        return m_data->setSurvey(Text::windowError(survey.error()));
    m_survey = *survey;
    showSurvey();
    showState();
}

/// The files are not there, or are no images.
bool TrainingPanel::nothingToRead() const
{
    return m_survey && m_survey->unreadable > 0 && m_survey->largest.empty();
}

void TrainingPanel::showSurvey()
{
    const TrainingSurvey *survey = m_survey ? &*m_survey : nullptr;
    if (survey == nullptr || nothingToRead()) // the latter is said where it keeps one from training
        return m_data->setSurvey({});
    QStringList parts{tr("%n images train the bank", nullptr, static_cast<int>(survey->images)),
                      tr("%n are held out for the score scale", nullptr, static_cast<int>(survey->heldOut))};
    if (!survey->largest.empty())
        parts << (survey->smallest == survey->largest
                      ? tr("%1 px").arg(sizeText(survey->largest))
                      : tr("%1 to %2 px").arg(sizeText(survey->smallest), sizeText(survey->largest)));
    if (survey->unreadable > 0)
        parts << tr("%n cannot be read", nullptr, static_cast<int>(survey->unreadable));
    m_data->setSurvey(parts.join(QStringLiteral(", ")) + QLatin1Char('.'));
}

void TrainingPanel::showBanner()
{
    QStringList lines;
    if (m_page == Page::Setup) {
        if (m_problem)
            lines << m_problem();
        if (m_unfinished)
            lines << unfinishedText();
        if (const QString missing = whatIsMissing(); !missing.isEmpty())
            lines << missing;
    } else if (m_page == Page::Run) {
        lines << tr("The window stays usable. Scoring waits: one job at a time uses the engine. Cancel keeps what was "
                    "done.");
    }
    FormColumn::setNote(m_banner, lines.join(QLatin1Char('\n')));
}

QString TrainingPanel::unfinishedText() const
{
    if (m_unfinished->inShards)
        return tr("An unfinished run of several processes is there: patina-cli train --resume goes on with it.");
    const QLocale locale;
    const QString what = tr("%1, bank of %2 rows, %3")
                             .arg(QString::fromStdString(m_unfinished->backbone),
                                  locale.toString(static_cast<qlonglong>(m_unfinished->bankSize)),
                                  QString::fromStdString(m_unfinished->strategy));
    return tr("An unfinished run is there: %1 of %2 images (%3). Resume goes on with the settings that it began with.")
        .arg(locale.toString(static_cast<qlonglong>(m_unfinished->imagesDone)),
             locale.toString(static_cast<qlonglong>(m_unfinished->images)), what);
}

QString TrainingPanel::whatIsMissing() const
{
    if (!m_data->isComplete())
        return tr("Choose a folder of good images, or open a project.");
    if (!m_model->isKnown())
        return tr("Looking for installed backbones...");
    if (m_model->backbone().isEmpty())
        return tr("Install a backbone first.");
    if (!m_model->isComplete())
        return tr("Say which file the model is written to.");
    if (nothingToRead())
        return tr("None of the %n images can be read: put the files back where they were, or choose another folder.",
                  nullptr, static_cast<int>(m_survey->unreadable));
    return {};
}

} // namespace patina
