#include "ui/field_keys.h"

#include "ui/canvas/canvas.h"
#include "ui/main_window.h"
#include "ui/window_parts.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSpinBox>

namespace patina {

namespace {

constexpr const char *kNumbers[] = {"reviewThreshold", "rejectThreshold", "drawRadius", "toneBlack", "toneWhite"};
constexpr const char *kChoices[] = {"imageShow", "imageOrder", "imageGroup", "drawTarget"};

double valueOf(const QAbstractSpinBox *field)
{
    if (const auto *real = qobject_cast<const QDoubleSpinBox *>(field))
        return real->value();
    return static_cast<const QSpinBox *>(field)->value();
}

void setValue(QAbstractSpinBox *field, double value)
{
    if (auto *real = qobject_cast<QDoubleSpinBox *>(field))
        real->setValue(value);
    else
        static_cast<QSpinBox *>(field)->setValue(static_cast<int>(value));
}

bool isReturn(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

/// A letter or the space bar, alone.
bool isCommand(const QKeyEvent &key)
{
    const bool alone = (key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    return alone && (key.key() == Qt::Key_Space || (key.key() >= Qt::Key_A && key.key() <= Qt::Key_Z));
}

} // namespace

FieldKeys::FieldKeys(const WindowParts &parts)
    : QObject(parts.window), m_home(parts.canvas),
      m_list(parts.window->findChild<QWidget *>(QStringLiteral("imageList")))
{
    for (const char *name : kNumbers)
        if (auto *field = parts.window->findChild<QAbstractSpinBox *>(QLatin1String(name)))
            field->installEventFilter(this);
    for (const char *name : kChoices)
        if (auto *field = parts.window->findChild<QComboBox *>(QLatin1String(name)))
            field->installEventFilter(this);
    if (auto *field = parts.window->findChild<QLineEdit *>(QStringLiteral("imageFilter")))
        field->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, &FieldKeys::follow);
}

/// The canvas and the lists are where one works; from field to field they stay what one goes back to.
void FieldKeys::follow(QWidget *before, QWidget *now)
{
    if (qobject_cast<Canvas *>(before) != nullptr || qobject_cast<QAbstractItemView *>(before) != nullptr)
        m_before = before;
    if (const auto *field = qobject_cast<QAbstractSpinBox *>(now))
        m_value = valueOf(field);
}

void FieldKeys::giveBack()
{
    QWidget *to = m_before && m_before->isVisible() && m_before->isEnabled() ? m_before.data() : m_home.data();
    if (to != nullptr)
        to->setFocus(Qt::OtherFocusReason);
}

bool FieldKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (auto *number = qobject_cast<QAbstractSpinBox *>(watched))
        return numberKey(number, event->type(), key);
    if (auto *text = qobject_cast<QLineEdit *>(watched)) {
        if (event->type() == QEvent::ShortcutOverride && key->key() == Qt::Key_Escape)
            event->accept(); // not to the strip of messages
        return textKey(text, event->type(), *key);
    }
    return choiceKey(event->type(), key);
}

bool FieldKeys::numberKey(QAbstractSpinBox *field, QEvent::Type type, QKeyEvent *key)
{
    const bool escape = key->key() == Qt::Key_Escape;
    if (type == QEvent::ShortcutOverride) {
        if (isCommand(*key)) {
            field->interpretText();
            giveBack(); // what follows is for the image as well
            key->ignore();
            return true;
        }
        if (escape)
            key->accept();
        return escape;
    }
    if (isCommand(*key))
        return true; // no command has it: it is not typed either
    if (!escape && !isReturn(key->key()))
        return false;
    if (escape)
        setValue(field, m_value);
    else
        field->interpretText();
    giveBack();
    return true;
}

bool FieldKeys::textKey(QLineEdit *field, QEvent::Type type, const QKeyEvent &key)
{
    if (type != QEvent::KeyPress)
        return false;
    if (key.key() == Qt::Key_Escape && !field->text().isEmpty()) {
        field->clear();
        return true;
    }
    const bool leaves = key.key() == Qt::Key_Escape || isReturn(key.key()) || key.key() == Qt::Key_Down;
    if (leaves && m_list)
        m_list->setFocus(Qt::OtherFocusReason);
    return leaves;
}

bool FieldKeys::choiceKey(QEvent::Type type, QKeyEvent *key)
{
    if (key->key() != Qt::Key_Escape)
        return false;
    if (type == QEvent::ShortcutOverride)
        key->accept();
    else
        giveBack();
    return true;
}

} // namespace patina
