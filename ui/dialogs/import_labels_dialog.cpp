#include "ui/dialogs/import_labels_dialog.h"

#include "core/project/import_dataset.h"
#include "ui/dialogs/label_format_text.h"
#include "ui/look.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace patina {

ImportLabelsDialog::ImportLabelsDialog(const QStringList &readers, const QString &folder, QWidget *parent)
    : QDialog(parent), m_folder(folder), m_source(new QLineEdit(this)), m_file(new QPushButton(tr("&File..."), this)),
      m_chosenFolder(new QPushButton(tr("F&older..."), this)), m_format(new QComboBox(this)),
      m_reader(new QComboBox(this)), m_import(new QPushButton(tr("&Import"), this))
{
    setObjectName(QStringLiteral("importLabelsDialog"));
    setWindowTitle(tr("Import labels"));
    createControls(readers);
    createLayout();
    connect(m_file, &QPushButton::clicked, this, &ImportLabelsDialog::chooseFile);
    connect(m_chosenFolder, &QPushButton::clicked, this, &ImportLabelsDialog::chooseFolder);
    connect(m_source, &QLineEdit::textChanged, this, &ImportLabelsDialog::showState);
    showState();
}

void ImportLabelsDialog::createControls(const QStringList &readers)
{
    m_source->setObjectName(QStringLiteral("importSource"));
    m_source->setMinimumWidth(44 * kGrid);
    m_source->setPlaceholderText(tr("COCO, labelme or CVAT file, or a folder"));
    m_file->setObjectName(QStringLiteral("importChooseFile"));
    m_chosenFolder->setObjectName(QStringLiteral("importChooseFolder"));
    m_format->setObjectName(QStringLiteral("importFormat"));
    m_format->addItem(tr("Told by the contents"));
    for (const LabelFormat format : allLabelFormats)
        if (isImportable(format))
            m_format->addItem(LabelFormatText::name(format), static_cast<int>(format));
    m_reader->setObjectName(QStringLiteral("importReader"));
    m_reader->setEditable(true);
    m_reader->addItems(readers);
    m_reader->setCurrentText(QString());
    m_reader->lineEdit()->setPlaceholderText(QString::fromLatin1(groundTruthReader));
    m_import->setObjectName(QStringLiteral("importStart"));
    m_source->setAccessibleName(tr("File or folder of labels"));
    m_format->setAccessibleName(tr("Format of the labels"));
    m_reader->setAccessibleName(tr("Whose word the labels are"));
}

void ImportLabelsDialog::createLayout()
{
    auto *hint =
        new QLabel(tr("Images are told by their names. Labels that are there stay; undo takes the import back."), this);
    hint->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(m_source, 1);
    row->addWidget(m_file);
    row->addWidget(m_chosenFolder);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(kGrid);
    form->setHorizontalSpacing(2 * kGrid);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Labels:"), row);
    form->addRow(tr("For&mat:"), m_format);
    form->addRow(tr("&Reader:"), m_reader);
    qobject_cast<QLabel *>(form->labelForField(row))->setBuddy(m_source);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_import, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(2 * kGrid);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->addLayout(form);
    column->addWidget(hint);
    column->addWidget(buttons);
}

QString ImportLabelsDialog::source() const
{
    return m_source->text().trimmed();
}

std::optional<LabelFormat> ImportLabelsDialog::format() const
{
    const QVariant chosen = m_format->currentData();
    return chosen.isValid() ? std::optional(static_cast<LabelFormat>(chosen.toInt())) : std::nullopt;
}

QString ImportLabelsDialog::reader() const
{
    return m_reader->currentText().trimmed();
}

void ImportLabelsDialog::chooseFile()
{
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Import labels"), m_folder, tr("Labels (*.json *.xml);;All files (*)"));
    if (!file.isEmpty())
        m_source->setText(file);
}

void ImportLabelsDialog::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Import labels"), m_folder);
    if (!folder.isEmpty())
        m_source->setText(folder);
}

void ImportLabelsDialog::showState()
{
    m_import->setEnabled(!source().isEmpty());
}

} // namespace patina
