#pragma once

#include <QEvent>
#include <QObject>
#include <QPointer>
#include <QWidget>

class QAbstractSpinBox;
class QComboBox;
class QKeyEvent;
class QLineEdit;

namespace patina {

struct WindowParts;

/// Fields beside the image do not keep the keys: Return and Esc give them back to where one came from, and a field for
/// numbers leaves letters and the space bar to the commands of the window.
class FieldKeys : public QObject
{
    Q_OBJECT
public:
    /// Looks after the fields that the window has now.
    explicit FieldKeys(const WindowParts &parts);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool numberKey(QAbstractSpinBox *field, QEvent::Type type, QKeyEvent *key);
    bool textKey(QLineEdit *field, QEvent::Type type, const QKeyEvent &key);
    bool choiceKey(QEvent::Type type, QKeyEvent *key);
    void follow(QWidget *before, QWidget *now);
    void giveBack();

    QPointer<QWidget> m_home; ///< where nothing better is known: the canvas
    QPointer<QWidget> m_list; ///< of the images
    QPointer<QWidget> m_before;
    double m_value = 0.0; ///< of the field of numbers, when it was entered
};

} // namespace patina
