#pragma once

#include "ui/window_parts.h"

#include <QObject>
#include <QPointer>

class QMessageBox;

namespace patina {

/// While a model is trained, the window asks before it closes: hours may be at stake.
class QuitQuestion : public QObject
{
    Q_OBJECT
public:
    explicit QuitQuestion(const WindowParts &parts);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask();

    WindowParts m_parts;
    QPointer<QMessageBox> m_box;
    bool m_answered = false; ///< it may close
};

} // namespace patina
