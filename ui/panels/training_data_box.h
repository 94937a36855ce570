#pragma once

#include "ui/jobs/training_engine.h"
#include "ui/panels/form_column.h"

class QLabel;
class QRadioButton;

namespace patina {

class PathField;

/// What is trained on: the images that are open, or a folder.
class TrainingDataBox : public FormColumn
{
    Q_OBJECT
public:
    explicit TrainingDataBox(QWidget *parent = nullptr);

    enum class Open { Nothing, Folder, Project };
    /// Without open images a folder has to be named.
    void setOpen(Open open);
    bool usesOpenImages() const;
    /// There is something to train on, or seems to be.
    bool isComplete() const;
    void put(TrainingOrder &order) const;
    void setFolder(const std::filesystem::path &folder);
    std::filesystem::path folder() const;
    /// Of what is chosen; empty: it is looked at.
    void setSurvey(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();
    void showChoice();

    Open m_open = Open::Nothing;
    QLabel *m_title = nullptr;
    QRadioButton *m_useOpen = nullptr;
    QRadioButton *m_useFolder = nullptr;
    PathField *m_folder = nullptr;
    QLabel *m_survey = nullptr;
};

} // namespace patina
