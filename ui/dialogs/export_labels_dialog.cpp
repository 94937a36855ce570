#include "ui/dialogs/export_labels_dialog.h"

#include "ui/dialogs/label_format_text.h"
#include "ui/look.h"

#include <QCheckBox>
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

ExportLabelsDialog::ExportLabelsDialog(const QStringList &readers, const QString &folder, QWidget *parent)
    : QDialog(parent), m_folder(folder), m_format(new QComboBox(this)), m_hint(new QLabel(this)),
      m_reader(new QComboBox(this)), m_shapes(new QComboBox(this)),
      m_links(new QCheckBox(tr("Lin&ks to the images instead of copies"), this)), m_target(new QLineEdit(this)),
      m_choose(new QPushButton(tr("&Choose..."), this)), m_export(new QPushButton(tr("&Export"), this))
{
    setObjectName(QStringLiteral("exportLabelsDialog"));
    setWindowTitle(tr("Export labels"));
    createControls(readers);
    createLayout();
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportLabelsDialog::showState);
    connect(m_target, &QLineEdit::textChanged, this, &ExportLabelsDialog::showState);
    connect(m_choose, &QPushButton::clicked, this, &ExportLabelsDialog::chooseTarget);
    showState();
}

void ExportLabelsDialog::createControls(const QStringList &readers)
{
    m_format->setObjectName(QStringLiteral("exportFormat"));
    for (const LabelFormat format : {LabelFormat::Mvtec, LabelFormat::Coco, LabelFormat::Labelme, LabelFormat::Cvat,
                                     LabelFormat::Overlays, LabelFormat::Csv})
        m_format->addItem(LabelFormatText::name(format), static_cast<int>(format));
    m_hint->setObjectName(QStringLiteral("exportHint"));
    m_hint->setWordWrap(true);
    m_reader->setObjectName(QStringLiteral("exportReader"));
    m_reader->addItem(tr("All readers"), QString());
    for (const QString &reader : readers)
        m_reader->addItem(reader, reader);
    m_shapes->setObjectName(QStringLiteral("exportShapes"));
    m_shapes->addItem(tr("As usual for the format"));
    m_shapes->addItem(tr("Masks, pixel by pixel"), static_cast<int>(ShapeForm::Masks));
    m_shapes->addItem(tr("Polygons; masks where there are holes"), static_cast<int>(ShapeForm::Polygons));
    m_links->setObjectName(QStringLiteral("exportLinks"));
    m_target->setObjectName(QStringLiteral("exportTarget"));
    m_target->setMinimumWidth(44 * kGrid);
    m_choose->setObjectName(QStringLiteral("exportChoose"));
    m_export->setObjectName(QStringLiteral("exportStart"));
    m_format->setAccessibleName(tr("Format of the labels"));
    m_reader->setAccessibleName(tr("Whose labels"));
    m_shapes->setAccessibleName(tr("How pixels are written"));
    m_target->setAccessibleName(tr("File or folder to write"));
}

void ExportLabelsDialog::createLayout()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(m_target, 1);
    row->addWidget(m_choose);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(kGrid);
    form->setHorizontalSpacing(2 * kGrid);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("For&mat:"), m_format);
    form->addRow(QString(), m_hint);
    form->addRow(tr("&Reader:"), m_reader);
    form->addRow(tr("&Shapes:"), m_shapes);
    form->addRow(tr("Images:"), m_links);
    form->addRow(tr("&Write to:"), row);
    qobject_cast<QLabel *>(form->labelForField(row))->setBuddy(m_target);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_export, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(2 * kGrid);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->addLayout(form);
    column->addWidget(buttons);
}

LabelFormat ExportLabelsDialog::format() const
{
    return static_cast<LabelFormat>(m_format->currentData().toInt());
}

LabelExport ExportLabelsDialog::request() const
{
    LabelExport request;
    request.format = format();
    request.reader = m_reader->currentData().toString().toStdString();
    if (m_shapes->isEnabled() && m_shapes->currentData().isValid())
        request.shapes = static_cast<ShapeForm>(m_shapes->currentData().toInt());
    if (m_links->isEnabled() && m_links->isChecked())
        request.images = ImageTransfer::Link;
    return request;
}

QString ExportLabelsDialog::target() const
{
    return m_target->text().trimmed();
}

void ExportLabelsDialog::chooseTarget()
{
    const bool asFolder = isFolderFormat(format());
    const QString target = asFolder ? QFileDialog::getSaveFileName(this, tr("Export labels: folder to make"), m_folder,
                                                                   QString(), nullptr, QFileDialog::ShowDirsOnly)
                                    : QFileDialog::getSaveFileName(this, tr("Export labels: file to write"), m_folder,
                                                                   LabelFormatText::fileFilter(format()));
    if (!target.isEmpty())
        m_target->setText(target);
}

void ExportLabelsDialog::showState()
{
    const LabelFormat chosen = format();
    m_hint->setText(LabelFormatText::hint(chosen));
    m_shapes->setEnabled(chosen == LabelFormat::Coco || chosen == LabelFormat::Cvat || chosen == LabelFormat::Labelme);
    m_links->setEnabled(chosen == LabelFormat::Mvtec);
    m_target->setPlaceholderText(isFolderFormat(chosen) ? tr("A new or an empty folder") : tr("A file"));
    m_export->setEnabled(!target().isEmpty());
}

} // namespace patina
