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

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();

    ReviewQueue::Progress m_state;
    QProgressBar *m_bar = nullptr;
    QLabel *m_text = nullptr;
};

} // namespace patina
