#include "ui/panels/scale_dialog.h"

#include "ui/document/project_scale.h"
#include "ui/look.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace patina {

ScaleDialog::ScaleDialog(std::optional<double> mmPerPixel, QWidget *parent)
    : QDialog(parent), m_value(new QDoubleSpinBox(this))
{
    setObjectName(QStringLiteral("scaleDialog"));
    setWindowTitle(tr("Scale"));
    m_value->setObjectName(QStringLiteral("scaleValue"));
    m_value->setAccessibleName(tr("Millimetres per pixel"));
    m_value->setDecimals(6);
    m_value->setRange(0.0, kMostMmPerPixel);
    m_value->setSingleStep(0.001);
    m_value->setSpecialValueText(tr("not known"));
    m_value->setSuffix(tr(" mm"));
    m_value->setValue(mmPerPixel.value_or(0.0));
    m_value->selectAll();
    auto *hint = new QLabel(tr("The side of one image pixel on the part. The status bar then tells millimetres, too. "
                               "0: not known."),
                            this);
    hint->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout;
    form->setSpacing(kGrid);
    form->addRow(tr("One &pixel is"), m_value);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(2 * kGrid);
    column->addWidget(hint);
    column->addLayout(form);
    column->addWidget(buttons);
    setMinimumWidth(48 * kGrid);
}

std::optional<double> ScaleDialog::mmPerPixel() const
{
    return m_value->value() > 0.0 ? std::optional(m_value->value()) : std::nullopt;
}

} // namespace patina
