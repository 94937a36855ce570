#pragma once

#include "ui/jobs/training_runner.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QProgressBar;

namespace patina {

class MemoryBar;
class RadiusChart;

/// A run while it goes on, and what it left: stage, images, time left, memory against the budget, covering radius.
class TrainingProgressView : public QWidget
{
    Q_OBJECT
public:
    /// \param runner not owned, outlives the view.
    explicit TrainingProgressView(TrainingRunner *runner, QWidget *parent = nullptr);

    /// Begins with what the runner is at.
    void begin();
    void showProgress();
    void showMemory();
    void addNotice(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    void createLayout();
    void retranslateUi();
    QString resultText(const TrainingOutcome &outcome) const;
    QString countText() const;

    TrainingRunner *m_runner = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_stage = nullptr;
    QProgressBar *m_bar = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_memoryTitle = nullptr;
    MemoryBar *m_memory = nullptr;
    QLabel *m_memoryText = nullptr;
    QLabel *m_radiusTitle = nullptr;
    RadiusChart *m_radius = nullptr;
    QLabel *m_noticesTitle = nullptr;
    QPlainTextEdit *m_notices = nullptr;
};

} // namespace patina
