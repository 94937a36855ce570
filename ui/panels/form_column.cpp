#include "ui/panels/form_column.h"

#include "ui/look.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>

namespace patina {

namespace {

constexpr int kLeastLetters = 12;

} // namespace

FormColumn::FormColumn(QWidget *parent) : QWidget(parent), m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(kGrid);
    m_form->setVerticalSpacing(kGrid);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

QLabel *FormColumn::addTitle()
{
    auto *title = new QLabel(this);
    QFont font = title->font();
    font.setBold(true);
    title->setFont(font);
    m_form->addRow(title);
    return title;
}

QLabel *FormColumn::addField(QWidget *field, const QString &name)
{
    if (!name.isEmpty())
        field->setObjectName(name);
    auto *label = new QLabel(this);
    label->setBuddy(field);
    QWidget *wheeled = field->focusProxy() ? field->focusProxy() : field;
    wheeled->setFocusPolicy(Qt::StrongFocus);
    wheeled->installEventFilter(this);
    if (auto *choice = qobject_cast<QComboBox *>(wheeled)) { // the longest of its texts need not fit
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(kLeastLetters);
    }
    m_form->addRow(label, field);
    return label;
}

bool FormColumn::eventFilter(QObject *watched, QEvent *event)
{
    const auto *field = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::Wheel && field && !field->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FormColumn::addWide(QWidget *widget)
{
    m_form->addRow(widget);
}

void FormColumn::setFieldVisible(QWidget *field, bool visible)
{
    m_form->setRowVisible(field, visible);
}

QLabel *FormColumn::makeNote(const QString &name, QWidget *parent)
{
    auto *note = new QLabel(parent);
    note->setObjectName(name);
    note->setWordWrap(true);
    note->setTextFormat(Qt::PlainText); // names of files are not markup
    note->hide();
    return note;
}

void FormColumn::setNote(QLabel *note, const QString &text)
{
    note->setText(text);
    note->setVisible(!text.isEmpty());
}

void FormColumn::say(QLabel *label, const QString &text, const QString &tip)
{
    label->setText(text);
    label->setToolTip(tip);
    if (QWidget *field = label->buddy()) {
        QWidget *named = field->focusProxy() ? field->focusProxy() : field;
        named->setAccessibleName(text);
        named->setAccessibleDescription(tip);
        field->setToolTip(tip);
    }
}

} // namespace patina
