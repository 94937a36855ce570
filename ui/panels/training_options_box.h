#pragma once

#include "ui/jobs/training_engine.h"
#include "ui/panels/form_column.h"

#include <array>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace patina {

class PathField;

/// The rest of what the command line offers, folded away: every value is the usual one until it is changed.
class TrainingOptionsBox : public QWidget
{
    Q_OBJECT
public:
    explicit TrainingOptionsBox(QWidget *parent = nullptr);

    void setUnfolded(bool unfolded);
    bool unfolded() const;
    /// \param backbone null: none is chosen.
    void setBackbone(const BackboneInfo *backbone);
    void put(TrainingOrder &order) const;

signals:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Kind { Defect, Impurity, Ambiguous, KindCount };
    enum class Support { KeepAll, Auto, AtLeast, Off };

    void createNetwork();
    void createSelection();
    void createExclusions();
    void connectFields();
    void retranslateUi();
    void showState();
    SupportRule support() const;

    QStringList m_layerNames;
    QToolButton *m_fold = nullptr;
    FormColumn *m_fields = nullptr;
    std::array<QLabel *, 12> m_labels{};
    QLineEdit *m_layers = nullptr;
    QDoubleSpinBox *m_scale = nullptr;
    QDoubleSpinBox *m_sigma = nullptr;
    QSpinBox *m_tile = nullptr;
    QSpinBox *m_holdout = nullptr;
    QSpinBox *m_maxImages = nullptr;
    QSpinBox *m_projection = nullptr;
    QSpinBox *m_reservoir = nullptr;
    QSpinBox *m_sample = nullptr;
    QSpinBox *m_seed = nullptr;
    QComboBox *m_support = nullptr;
    QSpinBox *m_supportImages = nullptr;
    PathField *m_exclude = nullptr;
    std::array<QCheckBox *, KindCount> m_kinds{};
    QCheckBox *m_strict = nullptr;
};

} // namespace patina
