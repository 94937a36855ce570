#pragma once

#include "ui/charts/chart_data.h"
#include "ui/studies/study_engine.h"

#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;
class QTabWidget;

namespace patina {

class LineChart;
class StudyTableModel;

/// Curves of one figure over the places of the arms, with bands. What is at place 0 (synthetic parts alone) holds for
/// the whole axis, as a line of its own. Without places a point with its interval for each arm, at 1, 2, ... \param
/// figure into the table.
std::vector<ChartSeries> studySeries(const StudyOutcome &outcome, std::size_t figure);

/// What a study came to: means and differences with intervals, curves where the arms lie along a line, and its report.
class StudyResultView : public QWidget
{
    Q_OBJECT
public:
    explicit StudyResultView(QWidget *parent = nullptr);

    void setOutcome(std::shared_ptr<const StudyOutcome> outcome);
    /// Of the tab in front: its table, or what the chart shows.
    QWidget *first() const;

signals:
    /// A sentence for the user.
    void failed(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTableView *createTable(const char *name, StudyTableModel *model);
    void createTabs();
    void show();
    void showFigures();
    void showChart();
    void showHint();
    QString intervalHint() const;
    void open(const std::filesystem::path &path);
    QString facts() const;
    void retranslateUi();

    std::shared_ptr<const StudyOutcome> m_outcome;
    StudyTableModel *m_means = nullptr;
    StudyTableModel *m_differences = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_facts = nullptr;
    QTabWidget *m_tabs = nullptr;
    QTableView *m_meanTable = nullptr;
    QTableView *m_differenceTable = nullptr;
    QWidget *m_chartPage = nullptr;
    QComboBox *m_figure = nullptr;
    LineChart *m_chart = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_report = nullptr;
    QPushButton *m_folder = nullptr;
};

} // namespace patina
