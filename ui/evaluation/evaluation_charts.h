#pragma once

#include "ui/evaluation/evaluation_series.h"

#include <QWidget>

class QComboBox;
class QTabWidget;

namespace patina {

class Chart;
class EvaluationState;
class HistogramChart;
class LineChart;
class Session;

/// The charts of an evaluation, one to a tab. Both thresholds are lines that are dragged where the score is the axis.
class EvaluationCharts : public QWidget
{
    Q_OBJECT
public:
    /// Neither is owned; both outlive the view.
    EvaluationCharts(Session *session, EvaluationState *state, QWidget *parent = nullptr);

signals:
    /// A file was not written.
    void failed(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *createCurves();
    void connectCharts();
    /// Only the tab that is looked at.
    void refresh();
    void showSeries();
    void showMarks();
    void move(const QString &id, double value, bool kept);
    void retranslateUi();
    void setCurveAxes();

    Session *m_session = nullptr;
    EvaluationState *m_state = nullptr;
    QTabWidget *m_tabs = nullptr;
    LineChart *m_recall = nullptr;
    HistogramChart *m_histogram = nullptr;
    LineChart *m_cost = nullptr;
    LineChart *m_sizes = nullptr;
    LineChart *m_curve = nullptr;
    QWidget *m_curvePage = nullptr;
    QComboBox *m_curveChoice = nullptr;
};

} // namespace patina
