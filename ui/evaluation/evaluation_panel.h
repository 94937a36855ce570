#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace patina {

class CompareView;
class DriftView;
class EvaluationCharts;
class EvaluationState;
class EvaluationTables;
class PolicyView;
class RuleBox;
class Session;

/// The evaluation: charts, counts, what is missed, thresholds by a rule, labelling policies. Figures are made while it
/// is seen.
class EvaluationPanel : public QWidget
{
    Q_OBJECT
public:
    /// \param session not owned, outlives the panel.
    explicit EvaluationPanel(Session *session, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    CompareView *comparison() const { return m_compare; }

signals:
    /// \param box in pixels of the score map; empty: the image.
    void placeChosen(const QString &image, const QRect &box);
    /// A labelled region is to be decided anew.
    void regionChosen(const QString &image, const QRect &box);
    void reportWanted();
    void failed(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *createHead();
    QWidget *createBody();
    void connectParts();
    void choosePolicy();
    void showPolicy();
    void showState();
    QString whyNothing() const;
    QString summary() const;
    void retranslateUi();

    Session *m_session = nullptr;
    EvaluationState *m_state = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_impurityLabel = nullptr;
    QComboBox *m_impurity = nullptr;
    QLabel *m_ambiguousLabel = nullptr;
    QComboBox *m_ambiguous = nullptr;
    QPushButton *m_again = nullptr; ///< where what was on its way was cancelled
    QPushButton *m_report = nullptr;
    QStackedWidget *m_pages = nullptr;
    QLabel *m_nothing = nullptr;
    QTabWidget *m_tabs = nullptr;
    EvaluationCharts *m_charts = nullptr;
    EvaluationTables *m_tables = nullptr;
    RuleBox *m_rules = nullptr;
    PolicyView *m_policies = nullptr;
    CompareView *m_compare = nullptr;
    DriftView *m_drift = nullptr;
};

} // namespace patina
