#pragma once

#include "ui/panels/form_column.h"
#include "ui/studies/study_state.h"

class QComboBox;
class QLabel;
class QSpinBox;
class QToolButton;

namespace patina {

class PathField;

/// What few studies need, folded away until it is asked for: recipe of made parts, what is kept of synthetic rows,
/// reduced images, the first seed, and a folder of features.
class StudyMore : public QWidget
{
    Q_OBJECT
public:
    explicit StudyMore(const StudyExtras &extras, QWidget *parent = nullptr);

    StudyExtras extras() const;
    /// As the kind has it: what it does not have keeps its usual value.
    void put(StudyOrder &order) const;
    void setKind(StudyKind kind);
    /// What cannot be, in one sentence; empty: nothing.
    QString problem() const;

signals:
    /// By the user.
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void createFields(const StudyExtras &extras);
    void connectFields();
    void showFields();
    bool isChanged() const;
    void retranslateUi();

    StudyKind m_kind = StudyKind::CleanStained;
    QToolButton *m_head = nullptr;
    FormColumn *m_body = nullptr;
    QLabel *m_recipeLabel = nullptr;
    PathField *m_recipe = nullptr;
    QLabel *m_keepLabel = nullptr;
    QComboBox *m_keep = nullptr;
    QLabel *m_shareLabel = nullptr;
    QSpinBox *m_share = nullptr;
    QLabel *m_scaleLabel = nullptr;
    QSpinBox *m_scale = nullptr;
    QLabel *m_firstSeedLabel = nullptr;
    QSpinBox *m_firstSeed = nullptr;
    QLabel *m_cacheLabel = nullptr;
    PathField *m_cache = nullptr;
};

} // namespace patina
