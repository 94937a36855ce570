#pragma once

#include "ui/evaluation/compare_choice.h"
#include "ui/jobs/model_comparer.h"
#include "ui/jobs/other_model_map.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QTableView;

namespace patina {

class DisagreementModel;
class EvaluationState;
class FigureDifferenceModel;
class ModelFiguresModel;
class Session;

/// The open model beside other versions, or beside itself under other policies: how far the figures are apart, and what
/// not all of them find or flag. Compared while it is seen.
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
    QWidget *createHead();
    QWidget *createTables();
    void connectParts();
    std::vector<CompareChoice::Choice> choices() const;
    void outdate();
    void start();
    void showState();
    void showComparison();
    QString whyNothing() const;
    QString summary(const ModelComparisons &all) const;
    QString betterOnes(const ModelComparisons &all) const;
    QString partsMissing(const ModelComparisons &all) const;
    /// "B: two.patina" \param model 0: A.
    static QString lettered(std::size_t model, const QString &name);
    QString nameOf(const ComparedWith &with) const;
    QString missingImages(const ModelComparisons &all) const;
    QString countsApart(const ModelComparisons &all) const;
    QString openModelName() const;
    void showFigures(const ModelComparisons &all);
    void openPlace(int row); // compare_view_places.cpp, step() too
    void retranslateUi();

    Session *m_session = nullptr;
    EvaluationState *m_state = nullptr;
    ModelComparer *m_comparer = nullptr;
    FigureDifferenceModel *m_figures = nullptr;    ///< of two
    ModelFiguresModel *m_severalFigures = nullptr; ///< of more
    DisagreementModel *m_disagreements = nullptr;
    QTimer m_soon;
    bool m_stale = true;
    QLabel *m_choiceLabel = nullptr;
    CompareChoice *m_choice = nullptr;
    QPushButton *m_again = nullptr;
    QStackedWidget *m_pages = nullptr;
    QLabel *m_nothing = nullptr;
    QLabel *m_summary = nullptr;
    QWidget *m_warning = nullptr; ///< overkill differs
    QLabel *m_warningText = nullptr;
    QTabWidget *m_tables = nullptr;
    QTableView *m_figureTable = nullptr;
    QLabel *m_apart = nullptr;
    QTableView *m_placeTable = nullptr;
};

} // namespace patina
