#pragma once

#include "ui/evaluation/rule_search.h"
#include "ui/jobs/job_runner.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace patina {

class EvaluationState;
class FormColumn;
class Session;

/// Thresholds by a rule: what is asked for, what it comes to on a part of the groups, and how it holds on the others.
class RuleBox : public QWidget
{
    Q_OBJECT
public:
    /// Neither is owned; both outlive the box.
    RuleBox(Session *session, EvaluationState *state, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    using Answer = RuleFinding;
    void createFields();
    void connectFields();
    RuleKind kind() const;
    void showFields();
    void showClasses();
    ThresholdRule rule() const;
    void find();
    void take(const std::shared_ptr<const Answer> &answer);
    void use();
    void forget();
    void retranslateUi();

    Session *m_session = nullptr;
    EvaluationState *m_state = nullptr;
    FormColumn *m_fields = nullptr;
    std::vector<QLabel *> m_labels;
    QComboBox *m_kind = nullptr;
    QComboBox *m_class = nullptr;
    QDoubleSpinBox *m_rate = nullptr; ///< in percent
    QComboBox *m_confidence = nullptr;
    QComboBox *m_unit = nullptr;
    QDoubleSpinBox *m_sigmas = nullptr;
    QDoubleSpinBox *m_escapePrice = nullptr;
    QDoubleSpinBox *m_overkillPrice = nullptr;
    QDoubleSpinBox *m_prevalence = nullptr; ///< in percent; 0: as counted
    QDoubleSpinBox *m_share = nullptr;      ///< in percent
    QPushButton *m_find = nullptr;
    QPushButton *m_use = nullptr;
    QLabel *m_result = nullptr;
    JobRunner<std::shared_ptr<const Answer>> m_job;
    std::shared_ptr<const Answer> m_answer;
};

} // namespace patina
