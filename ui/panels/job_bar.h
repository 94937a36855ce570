#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace patina {

class JobList;
class JobPopup;

/// The job that has run longest: how far it is, how long it will take, with a button that stops it; where several run,
/// a button that lists them all. Hidden while nothing runs.
class JobBar : public QWidget
{
    Q_OBJECT
public:
    /// \param jobs not owned, outlives the bar.
    explicit JobBar(JobList *jobs, QWidget *parent = nullptr);

    /// Opens the list of all jobs above the bar.
    void showAll();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslateUi();

    JobList *m_jobs = nullptr;
    QLabel *m_text = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_remaining = nullptr;
    QToolButton *m_cancel = nullptr;
    QToolButton *m_more = nullptr;
    JobPopup *m_popup = nullptr;
};

} // namespace patina
