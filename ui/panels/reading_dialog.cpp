#include "ui/panels/reading_dialog.h"

#include "core/project/agreement.h"
#include "ui/document/project_document.h"
#include "ui/look.h"
#include "ui/text/text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace patina {

namespace {

constexpr int mostLetters = 60;

} // namespace

ReadingDialog::ReadingDialog(ProjectDocument *project, QWidget *parent) : QDialog(parent), m_project(project)
{
    setObjectName(QStringLiteral("readingDialog"));
    setWindowTitle(tr("Second reading"));
    setAttribute(Qt::WA_DeleteOnClose);
    createWidgets();
    fill();
    connect(m_reader, &QComboBox::currentTextChanged, this, &ReadingDialog::check);
    connect(m_first, &QComboBox::currentTextChanged, this, &ReadingDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ReadingDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
    m_reader->setFocus();
}

void ReadingDialog::createWidgets()
{
    m_intro =
        new QLabel(tr("The second reader decides on the regions that the first one has decided on, without seeing "
                      "what others have said. At the end the two are compared."),
                   this);
    m_intro->setWordWrap(true);
    m_reader = new QComboBox(this);
    m_reader->setObjectName(QStringLiteral("readingReader"));
    m_reader->setEditable(true);
    m_reader->setInsertPolicy(QComboBox::NoInsert);
    m_reader->lineEdit()->setMaxLength(mostLetters);
    m_reader->lineEdit()->setPlaceholderText(tr("Name"));
    m_first = new QComboBox(this);
    m_first->setObjectName(QStringLiteral("readingFirst"));
    m_problem = new QLabel(this);
    m_problem->setObjectName(QStringLiteral("readingProblem"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setMinimumHeight(4 * kGrid);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *start = m_buttons->addButton(tr("&Start reading"), QDialogButtonBox::AcceptRole);
    start->setObjectName(QStringLiteral("readingStart"));
    start->setDefault(true);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * kGrid);
    form->setVerticalSpacing(kGrid);
    form->addRow(tr("Second &reader:"), m_reader);
    form->addRow(tr("Regions &decided by:"), m_first);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(2 * kGrid);
    column->addWidget(m_intro);
    column->addLayout(form);
    column->addWidget(m_problem);
    column->addWidget(m_buttons);
    setMinimumWidth(56 * kGrid);
}

/// The first reading is the present reader's, where he has decided something; the second is somebody else's.
void ReadingDialog::fill()
{
    const QString present = m_project->reader();
    for (const std::string &reader : readersOf(m_project->contents())) {
        m_first->addItem(QString::fromStdString(reader));
        m_reader->addItem(QString::fromStdString(reader));
    }
    m_first->setCurrentIndex(std::max(0, m_first->findText(present)));
    const QString first = m_first->currentText();
    QString second = first == present ? QString() : present;
    for (int i = 0; i < m_reader->count() && second.isEmpty(); ++i)
        if (m_reader->itemText(i) != first)
            second = m_reader->itemText(i);
    m_reader->setCurrentText(second);
}

void ReadingDialog::check()
{
    const QString name = m_reader->currentText().trimmed();
    QString problem;
    if (name == m_first->currentText())
        problem = tr("%1 has made the first reading: the second one takes somebody else.").arg(name);
    m_problem->setText(problem);
    for (QAbstractButton *button : m_buttons->buttons())
        if (m_buttons->buttonRole(button) == QDialogButtonBox::AcceptRole)
            button->setEnabled(!name.isEmpty() && problem.isEmpty());
}

void ReadingDialog::accept()
{
    auto begun = m_project->beginReading(m_reader->currentText().trimmed(), m_first->currentText());
    if (begun)
        QDialog::accept();
    else
        m_problem->setText(tr("The reading was not started. %1").arg(Text::error(begun.error())));
}

} // namespace patina
