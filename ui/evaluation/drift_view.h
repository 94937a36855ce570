#pragma once

#include "core/base/result.h"
#include "core/comparison/drift.h"
#include "ui/evaluation/drift_sample.h"
#include "ui/jobs/job_runner.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QTableView;

namespace patina {

class DriftModel;
class EvaluationState;
class LineChart;
class Session;

/// Whether the scores of good parts have moved since the model's score scale was made: a sentence, the numbers, and
/// both distributions.
class DriftView : public QWidget
{
    Q_OBJECT
public:
    /// Neither is owned; both outlive the view.
    DriftView(Session *session, EvaluationState *state, QWidget *parent = nullptr);
    ~DriftView() override;

signals:
    /// A sentence for the user.
    void failed(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void createWidgets();
    void refresh();
    void fillChoices();
    std::vector<GoodPart> parts() const;
    PartChoice chosen() const;
    void test();
    /// Empty: it can be tested.
    QString whyNot() const;
    QString withCaveat(const QString &sentence) const;
    void showResult(std::optional<Drift> drift, const QString &sentence);
    void showCurves(bool any);
    void applyColours();
    void retranslateUi();

    Session *m_session = nullptr;
    EvaluationState *m_state = nullptr;
    DriftModel *m_model = nullptr;
    std::vector<PartChoice> m_choices;
    std::vector<double> m_heldOut;
    std::vector<double> m_fresh;
    bool m_warns = false;
    JobRunner<Drift> m_job;
    QLabel *m_choiceLabel = nullptr;
    QComboBox *m_choice = nullptr;
    QLabel *m_icon = nullptr;
    QLabel *m_sentence = nullptr;
    QTableView *m_table = nullptr;
    LineChart *m_chart = nullptr;
};

} // namespace patina
