#pragma once

#include "ui/jobs/model_comparer.h"
#include "ui/jobs/other_model_map.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace patina {

class DisagreementModel;
class EvaluationState;
class FigureDifferenceModel;
class Session;

/// The open model beside another version, or beside itself under another policy: how far the figures are apart, and
/// what only one of the two finds or flags. Compared while it is seen.
class CompareView : public QWidget
{
    Q_OBJECT
public:
    /// Neither is owned; both outlive the view.
    CompareView(Session *session, EvaluationState *state, QWidget *parent = nullptr);

    /// Opens the next (1) or previous (-1) disagreement; the first or the last where none is selected.
    void step(int by);
    bool hasDisagreements() const;

signals:
    /// \param box in pixels of the score map; empty: the image.
    void placeChosen(const QString &image, const QRect &box);
    /// The same, to be shown beside what another model makes of it. \param models that can be chosen. \param shown into
    /// these.
    void pairChosen(const QString &image, const QRect &box, const std::vector<patina::OtherModel> &models, int shown);
    void disagreementsChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// Something to compare with, and its name.
    struct Choice
    {
        ComparedWith with;
        QString name;
    };
    QWidget *createHead();
    QWidget *createTables();
    void connectParts();
    std::vector<Choice> choices() const;
    void fillChoices();
    const Choice *chosen() const;
    void outdate();
    void start();
    void showState();
    void showComparison();
    QString whyNothing() const;
    QString summary(const ModelComparison &found) const;
    QString openModelName() const;
    void openPlace(int row);
    void retranslateUi();

    Session *m_session = nullptr;
    EvaluationState *m_state = nullptr;
    ModelComparer *m_comparer = nullptr;
    FigureDifferenceModel *m_figures = nullptr;
    DisagreementModel *m_disagreements = nullptr;
    std::vector<Choice> m_choices;
    QTimer m_soon;
    bool m_stale = true;
    QLabel *m_choiceLabel = nullptr;
    QComboBox *m_choice = nullptr;
    QPushButton *m_again = nullptr;
    QStackedWidget *m_pages = nullptr;
    QLabel *m_nothing = nullptr;
    QLabel *m_summary = nullptr;
    QTableView *m_figureTable = nullptr;
    QLabel *m_apart = nullptr;
    QTableView *m_placeTable = nullptr;
};

} // namespace patina
