#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QToolButton;

namespace patina {

struct Activity;

/// What runs, how far it is and how long it will take, with a button that stops it. Hidden while nothing runs.
class JobBar : public QWidget
{
    Q_OBJECT
public:
    explicit JobBar(QWidget *parent = nullptr);

    void show(const std::optional<Activity> &activity);

signals:
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();

    QLabel *m_text = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_remaining = nullptr;
    QToolButton *m_cancel = nullptr;
};

} // namespace patina
