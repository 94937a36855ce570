#pragma once

#include <QWidget>

class QLabel;
class QTableView;

namespace patina {

class EvaluationState;
class MissModel;
class OperatingModel;

/// Counts at both thresholds, and below them what is on the wrong side, to be opened.
class EvaluationTables : public QWidget
{
    Q_OBJECT
public:
    /// \param state not owned, outlives the view.
    explicit EvaluationTables(EvaluationState *state, QWidget *parent = nullptr);

signals:
    /// \param box in pixels of the score map; empty: the image.
    void placeChosen(const QString &image, const QRect &box);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslateUi();

    EvaluationState *m_state = nullptr;
    OperatingModel *m_counts = nullptr;
    MissModel *m_misses = nullptr;
    QTableView *m_countTable = nullptr;
    QTableView *m_missTable = nullptr;
    QLabel *m_summary = nullptr;
};

} // namespace patina
