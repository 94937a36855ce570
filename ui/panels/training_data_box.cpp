#include "ui/panels/training_data_box.h"

#include "ui/panels/path_field.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>

namespace patina {

TrainingDataBox::TrainingDataBox(QWidget *parent)
    : FormColumn(parent), m_title(addTitle()), m_useOpen(new QRadioButton(this)), m_useFolder(new QRadioButton(this)),
      m_folder(new PathField(PathField::Kind::Folder, QStringLiteral("trainingFolder"), this)),
      m_survey(makeNote(QStringLiteral("trainingSurvey"), this))
{
    m_useOpen->setObjectName(QStringLiteral("trainingUseOpen"));
    m_useFolder->setObjectName(QStringLiteral("trainingUseFolder"));
    addWide(m_useOpen);
    addWide(m_useFolder);
    addWide(m_folder);
    addWide(m_survey);
    m_useFolder->setChecked(true);
    connect(m_useOpen, &QRadioButton::toggled, this, &TrainingDataBox::showChoice);
    connect(m_useOpen, &QRadioButton::clicked, this, &FormColumn::edited);
    connect(m_useFolder, &QRadioButton::clicked, this, &FormColumn::edited);
    connect(m_folder, &PathField::edited, this, &FormColumn::edited);
    setOpen(Open::Nothing);
    retranslateUi();
}

void TrainingDataBox::setOpen(Open open)
{
    const bool there = open != Open::Nothing;
    if (there != m_useOpen->isEnabled() || open != m_open)
        (there ? m_useOpen : m_useFolder)->setChecked(true);
    m_open = open;
    m_useOpen->setEnabled(there);
    showChoice();
    retranslateUi();
}

bool TrainingDataBox::usesOpenImages() const
{
    return m_useOpen->isChecked();
}

bool TrainingDataBox::isComplete() const
{
    return usesOpenImages() || !m_folder->path().empty();
}

void TrainingDataBox::put(TrainingOrder &order) const
{
    order.folder = usesOpenImages() ? std::filesystem::path() : m_folder->path();
}

void TrainingDataBox::setFolder(const std::filesystem::path &folder)
{
    m_folder->setPath(folder);
}

std::filesystem::path TrainingDataBox::folder() const
{
    return m_folder->path();
}

void TrainingDataBox::setSurvey(const QString &text)
{
    setNote(m_survey, text);
}

void TrainingDataBox::showChoice()
{
    m_folder->setVisible(!usesOpenImages());
    if (usesOpenImages())
        setFocusProxy(m_useOpen);
    else
        setFocusProxy(m_folder);
}

void TrainingDataBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    FormColumn::changeEvent(event);
}

void TrainingDataBox::retranslateUi()
{
    m_title->setText(tr("Images"));
    m_useOpen->setText(m_open == Open::Project ? tr("Good training images of the project")
                                               : tr("Good training images of the open folder"));
    m_useOpen->setToolTip(m_open == Open::Project
                              ? tr("What is labelled on them as a defect or ambiguous is kept out of the bank")
                              : QString());
    m_useFolder->setText(tr("A data set, or a folder of good images"));
    m_folder->setWords(tr("Folder to train on"), {}, tr("Folder"));
    m_folder->line()->setAccessibleName(tr("Folder to train on"));
}

} // namespace patina
