#pragma once

#include "ui/jobs/training_engine.h"
#include "ui/panels/form_column.h"

class QComboBox;
class QPushButton;
class QSpinBox;

namespace patina {

class PathField;

/// Which model is made: backbone, size of the bank, how it is picked, what it starts from, where it goes.
class TrainingModelBox : public FormColumn
{
    Q_OBJECT
public:
    explicit TrainingModelBox(QWidget *parent = nullptr);

    void setChoices(const TrainingChoices &choices);
    /// What is installed has been told.
    bool isKnown() const { return m_known; }
    const std::vector<std::string> &architectures() const { return m_choices.architectures; }
    void selectBackbone(const QString &name);
    QString backbone() const;
    /// Layers of the backbone that is chosen, those used by default first named.
    const BackboneInfo *backboneInfo() const;
    void setBankSize(std::int64_t rows);
    void setStrategy(CoresetStrategy strategy);
    void put(TrainingOrder &order) const;
    std::filesystem::path out() const;
    /// A place that was not chosen by the user.
    void proposeOut(const std::filesystem::path &out);
    bool isComplete() const;

signals:
    void importRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void createBackbone();
    void createBank();
    void createStart();
    void retranslateUi();
    void showState();

    TrainingChoices m_choices;
    bool m_known = false;
    bool m_outChosen = false;
    QLabel *m_title = nullptr;
    QLabel *m_backboneLabel = nullptr;
    QComboBox *m_backbone = nullptr;
    QPushButton *m_import = nullptr;
    QLabel *m_noBackbone = nullptr;
    QLabel *m_bankLabel = nullptr;
    QSpinBox *m_bankSize = nullptr;
    QLabel *m_strategyLabel = nullptr;
    QComboBox *m_strategy = nullptr;
    QLabel *m_initLabel = nullptr;
    PathField *m_init = nullptr;
    QLabel *m_keepLabel = nullptr;
    QComboBox *m_keep = nullptr;
    QLabel *m_percentLabel = nullptr;
    QSpinBox *m_percent = nullptr;
    QLabel *m_outLabel = nullptr;
    PathField *m_out = nullptr;
    QLabel *m_outNote = nullptr;
};

} // namespace patina
