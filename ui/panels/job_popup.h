#pragma once

#include <QFrame>

#include <vector>

class QLabel;
class QProgressBar;
class QToolButton;
class QVBoxLayout;

namespace patina {

class JobList;

/// Everything that runs, one line each, with progress, the time left and a button that stops it.
class JobPopup : public QFrame
{
    Q_OBJECT
public:
    /// \param jobs not owned, outlives the list.
    explicit JobPopup(JobList *jobs, QWidget *parent = nullptr);

    /// Opens over the window, right-aligned to `widget`.
    void openAbove(const QWidget *widget);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line
    {
        QWidget *box = nullptr;
        QLabel *text = nullptr;
        QLabel *detail = nullptr;
        QProgressBar *progress = nullptr;
        QToolButton *cancel = nullptr;
    };
    Line makeLine();
    void rebuild();
    void refresh();

    JobList *m_jobs = nullptr;
    QVBoxLayout *m_column = nullptr;
    std::vector<Line> m_lines; ///< as many as jobs
    const QWidget *m_over = nullptr;
};

} // namespace patina
