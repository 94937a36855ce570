#pragma once

#include "ui/jobs/training_runner.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace patina {

class Session;
class TrainingDataBox;
class TrainingMachineBox;
class TrainingModelBox;
class TrainingOptionsBox;
class TrainingProgressView;
struct Settings;

/// The page of training: what is to be trained, then the run, then what it has left.
class TrainingPanel : public QWidget
{
    Q_OBJECT
public:
    /// \param session not owned, outlives the panel; its engine can train.
    TrainingPanel(Session *session, const Settings &settings, QWidget *parent = nullptr);

    void store(Settings &settings) const;
    /// As it stands in the fields; the images that are open are not in it.
    TrainingOrder order() const;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    enum class Page { Setup, Run, Done };

    // training_panel_setup.cpp
    void createPages(const Settings &settings);
    void createFooter();
    void connectFields();
    void connectRunner();
    void retranslateUi();

    void takeChoices(const Answer<TrainingChoices> &choices);
    void takePlan(const Answer<PlannedTraining> &plan);
    void takeUnfinished(const Answer<std::optional<UnfinishedRun>> &run);
    void takeEnd(const Answer<TrainingOutcome> &outcome);
    void openImagesChanged();
    void fieldsChanged();
    void askAgain();
    void proposeOut();
    void start(bool resume);
    void showPage(Page page);
    void showState();
    void importBackbone();

    // training_panel_words.cpp
    void takeSurvey(const Answer<TrainingSurvey> &survey);
    void showSurvey();
    bool nothingToRead() const;
    void showBanner();
    /// What is missing before a run can begin; empty: nothing.
    QString whatIsMissing() const;
    QString unfinishedText() const;

    Session *m_session = nullptr;
    Page m_page = Page::Setup;
    QTimer m_askSoon;
    bool m_asked = false;     ///< what can be chosen
    QString m_wantedBackbone; ///< of the settings, or just installed
    std::optional<TrainingSurvey> m_survey;
    std::optional<UnfinishedRun> m_unfinished;
    std::function<QString()> m_problem; ///< why the last run or question failed
    QStackedWidget *m_pages = nullptr;
    TrainingDataBox *m_data = nullptr;
    TrainingModelBox *m_model = nullptr;
    TrainingMachineBox *m_machine = nullptr;
    TrainingOptionsBox *m_options = nullptr;
    TrainingProgressView *m_progress = nullptr;
    QLabel *m_banner = nullptr;
    QPushButton *m_train = nullptr;
    QPushButton *m_resume = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_score = nullptr;
    QPushButton *m_again = nullptr;
};

} // namespace patina
