#include "ui/panels/training_panel.h"

#include "ui/dialogs/backbone_dialog.h"
#include "ui/panels/training_data_box.h"
#include "ui/panels/training_machine_box.h"
#include "ui/panels/training_model_box.h"
#include "ui/panels/training_options_box.h"
#include "ui/panels/training_progress_view.h"
#include "ui/session.h"
#include "ui/settings/settings.h"
#include "ui/text/text.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>

#include <utility>

namespace patina {

namespace {

constexpr int kMostNames = 1000;

/// The first of part.patina, part-2.patina, ... that is not there: a model is not replaced unasked.
std::filesystem::path freeName(const std::filesystem::path &folder, const std::string &stem)
{
    std::error_code ec;
    auto file = folder / (stem + ".patina");
    for (int i = 2; i < kMostNames && std::filesystem::exists(file, ec); ++i)
        file = folder / (stem + "-" + std::to_string(i) + ".patina");
    return file;
}

} // namespace

void TrainingPanel::store(Settings &settings) const
{
    TrainingSettings &kept = settings.training;
    if (!m_model->backbone().isEmpty())
        kept.backbone = m_model->backbone();
    kept.folder = QString::fromStdString(m_data->folder().string());
    const TrainingOrder now = order();
    kept.bankSize = now.job.request.coreset.bankSize;
    kept.memoryMebibytes = static_cast<int>(now.job.request.memoryBytes >> 20);
    kept.threads = now.job.request.threads;
    kept.moreOptions = m_options->unfolded();
}

TrainingOrder TrainingPanel::order() const
{
    TrainingOrder order;
    m_data->put(order);
    m_model->put(order);
    m_machine->put(order);
    m_options->put(order); // after the selection, which decides what of them counts
    return order;
}

void TrainingPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_asked, true))
        m_session->training().askChoices();
    else
        m_askSoon.start();
}

void TrainingPanel::takeChoices(const Answer<TrainingChoices> &choices)
{
    if (!choices) {
        m_problem = [error = choices.error()] {
            return tr("The installed backbones were not found out. %1").arg(Text::error(error));
        };
        return showState();
    }
    m_model->setChoices(*choices);
    m_model->selectBackbone(std::exchange(m_wantedBackbone, QString()));
    m_machine->setDevices(choices->devices);
    if (!choices->problems.empty())
        m_problem = [why = QString::fromStdString(choices->problems.front())] {
            return tr("An installed backbone cannot be used: %1").arg(why);
        };
    fieldsChanged();
}

void TrainingPanel::importBackbone()
{
    auto *dialog = new BackboneDialog(&m_session->training(), m_model->architectures(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BackboneDialog::installed, this, [this](const QString &name) {
        m_wantedBackbone = name;
        m_session->training().askChoices();
    });
    dialog->open();
}

void TrainingPanel::openImagesChanged()
{
    const bool any = m_session->document().hasImages();
    m_data->setOpen(!any                            ? TrainingDataBox::Open::Nothing
                    : m_session->project().isOpen() ? TrainingDataBox::Open::Project
                                                    : TrainingDataBox::Open::Folder);
    proposeOut();
    fieldsChanged();
}

void TrainingPanel::proposeOut()
{
    std::filesystem::path from = m_data->folder();
    if (m_data->usesOpenImages())
        from = m_session->project().isOpen() ? m_session->project().project().file()
                                             : m_session->document().dataset().root;
    std::error_code ec;
    if (auto whole = std::filesystem::absolute(from, ec); !ec && !from.empty())
        from = std::move(whole);
    if (!from.has_filename()) // ends with a slash
        from = from.parent_path();
    m_model->proposeOut(from.empty() ? from : freeName(from.parent_path(), from.stem().string()));
}

/// What was said of the fields before holds no longer.
void TrainingPanel::fieldsChanged()
{
    m_survey.reset();
    m_unfinished.reset();
    m_data->setSurvey({});
    m_machine->setPlan(std::nullopt);
    m_options->setBackbone(m_model->backboneInfo());
    m_session->training().dropPlan();
    if (isVisible())
        m_askSoon.start();
    showState();
}

void TrainingPanel::askAgain()
{
    TrainingRunner &runner = m_session->training();
    if (runner.running() || m_page != Page::Setup)
        return;
    if (!m_model->out().empty())
        runner.askUnfinished(m_model->out());
    if (!m_data->isComplete())
        return;
    const TrainingOrder asked = m_session->withOpenImages(order());
    runner.askSurvey(asked);
    if (m_model->isComplete() && !m_session->scoring()) {
        m_machine->setPlanning();
        runner.askPlan(asked);
    }
}

void TrainingPanel::takePlan(const Answer<PlannedTraining> &plan)
{
    if (plan)
        m_machine->setPlan(*plan);
    else
        m_machine->setPlanRefused(Text::windowError(plan.error()));
}

void TrainingPanel::takeUnfinished(const Answer<std::optional<UnfinishedRun>> &run)
{
    m_unfinished = run.result.value_or(std::nullopt);
    if (!run)
        m_problem = [error = run.error()] {
            return tr("An unfinished run lies beside the model, which cannot be used; a new one replaces it. %1")
                .arg(Text::windowError(error));
        };
    showState();
}

void TrainingPanel::start(bool resume)
{
    m_problem = nullptr;
    TrainingOrder wanted = order();
    wanted.job.request.resume = resume;
    m_session->train(wanted);
    m_progress->begin();
    showPage(Page::Run);
    m_progress->setFocus(); // not on the button that cancels
}

void TrainingPanel::takeEnd(const Answer<TrainingOutcome> &outcome)
{
    const bool watched = isAncestorOf(QApplication::focusWidget()); // else somebody works elsewhere
    if (outcome) {
        m_progress->begin();
        showPage(Page::Done);
        if (watched)
            (m_score->isEnabled() ? m_score : m_again)->setFocus();
        return;
    }
    if (outcome.error().code != ErrorCode::Cancelled)
        m_problem = [error = outcome.error()] { return Text::windowError(error); };
    showPage(Page::Setup);
    m_askSoon.start();
}

void TrainingPanel::showPage(Page page)
{
    m_page = page;
    m_pages->setCurrentIndex(page == Page::Setup ? 0 : 1);
    showState();
}

void TrainingPanel::showState()
{
    const bool setup = m_page == Page::Setup;
    const bool canResume = m_unfinished && !m_unfinished->inShards;
    m_train->setVisible(setup);
    m_train->setEnabled(whatIsMissing().isEmpty());
    m_train->setText(m_unfinished ? tr("Begin anew") : tr("Train"));
    m_resume->setVisible(setup && canResume);
    m_resume->setEnabled(whatIsMissing().isEmpty());
    m_resume->setDefault(canResume);
    m_cancel->setVisible(m_page == Page::Run);
    m_cancel->setEnabled(!m_session->training().stopping());
    m_score->setVisible(m_page == Page::Done);
    m_score->setText(m_session->project().isOpen() ? tr("Score the project's images") : tr("Score all images"));
    const bool waited = !m_score->isEnabled() && m_again->hasFocus();
    m_score->setEnabled(m_session->document().hasImages() && m_session->document().hasModel());
    if (waited && m_score->isEnabled()) // the model is open now
        m_score->setFocus();
    m_again->setVisible(m_page == Page::Done);
    showBanner();
}

void TrainingPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void TrainingPanel::retranslateUi()
{
    m_resume->setText(tr("Resume"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop the training; what was done is kept"));
    m_again->setText(tr("Train another"));
    showSurvey();
    showState();
    if (isVisible())
        m_askSoon.start(); // what else was said comes anew
}

} // namespace patina
