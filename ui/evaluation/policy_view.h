#pragma once

#include <QWidget>

class QLabel;
class QTableView;

namespace patina {

class EvaluationState;
class PolicyModel;
class QuestionModel;
class Session;

/// How far figures move between labelling policies, and the ambiguous regions that move them most.
class PolicyView : public QWidget
{
    Q_OBJECT
public:
    /// Neither is owned; both outlive the view.
    PolicyView(Session *session, EvaluationState *state, QWidget *parent = nullptr);

signals:
    /// An ambiguous region is to be decided. \param box in pixels of the score map.
    void regionChosen(const QString &image, const QRect &box);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void showQuestions();
    void retranslateUi();

    Session *m_session = nullptr;
    EvaluationState *m_state = nullptr;
    PolicyModel *m_policies = nullptr;
    QuestionModel *m_questions = nullptr;
    QLabel *m_hint = nullptr;
    QTableView *m_policyTable = nullptr;
    QLabel *m_summary = nullptr;
    QTableView *m_questionTable = nullptr;
};

} // namespace patina
