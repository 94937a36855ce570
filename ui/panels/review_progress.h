#pragma once

#include "ui/document/review_queue.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace patina {

/// How many regions have been decided, in the status bar: always in sight.
class ReviewProgress : public QWidget
{
    Q_OBJECT
public:
    explicit ReviewProgress(QWidget *parent = nullptr);
    /// Hidden while there is nothing to decide.
    void show(const ReviewQueue::Progress &progress);
    /// Out of sight with the images, whatever there is to decide.
    void setCovered(bool covered);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();

    ReviewQueue::Progress m_state;
    bool m_covered = false;
    QProgressBar *m_bar = nullptr;
    QLabel *m_text = nullptr;
};

} // namespace patina
