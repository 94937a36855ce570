#pragma once

#include "ui/keyed_page.h"
#include "ui/studies/study_runner.h"

#include <QWidget>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace patina {

class PageHead;
class Session;
class StudyForm;
class StudyResultView;
struct Settings;

/// The page of studies: what is asked beside what came of it.
class StudyPanel : public QWidget, public KeyedPage
{
    Q_OBJECT
public:
    /// \param session, \param settings (threads and device) not owned, outlive the panel. \param stateFile where the
    /// fields are kept.
    StudyPanel(std::shared_ptr<const StudyEngine> engine, Session *session, const Settings *settings, QString stateFile,
               QWidget *parent = nullptr);

    StudyRunner &runner() { return m_runner; }
    void store() const;
    /// What a study of before came to. \param folder of its results.
    void showStudy(const QString &folder);

    std::vector<QWidget *> sections() const override;
    QString mainWords() const override;
    void setMainKey(const QString &key) override;
    void doMain() override;

signals:
    /// A sentence for the user.
    void failed(const QString &sentence);
    void noticed(const QString &sentence);
    void leaveWanted();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *createLeft();
    QWidget *createEmpty();
    QWidget *createRun();
    void connectParts();
    void start();
    void chooseStudy();
    void showLastStudy();
    void takeRead(const Answer<StudyOutcome> &outcome);
    void takeEnd(const Answer<StudyOutcome> &outcome);
    void takeBackbones(const Answer<std::vector<std::string>> &names);
    void openImagesChanged();
    void showState();
    void showProgress();
    void retranslateUi();

    Session *m_session = nullptr;
    const Settings *m_settings = nullptr;
    QString m_stateFile;
    QString m_key; ///< of Run
    StudyRunner m_runner;
    bool m_asked = false;               ///< which backbones there are
    bool m_tellsReading = false;        ///< somebody asked for a study of before
    std::function<QString()> m_problem; ///< why the last run or question failed
    PageHead *m_head = nullptr;
    QPushButton *m_open = nullptr;
    StudyForm *m_form = nullptr;
    QLabel *m_banner = nullptr;
    QPushButton *m_run = nullptr;
    QPushButton *m_cancel = nullptr;
    QStackedWidget *m_pages = nullptr;
    QWidget *m_nothing = nullptr; ///< before the first study
    QLabel *m_empty = nullptr;
    QWidget *m_running = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_stage = nullptr;
    QProgressBar *m_bar = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_keeps = nullptr;
    StudyResultView *m_results = nullptr;
};

} // namespace patina
