#pragma once

#include "ui/window_parts.h"

#include <QObject>

class QAction;

namespace patina {

/// Review > Classes, and a new class for the regions that are selected by one key.
class ClassController : public QObject
{
    Q_OBJECT
public:
    /// A child of the window.
    explicit ClassController(const WindowParts &parts);

private:
    void editClasses();
    void decideNewClass();
    void showState();
    void retranslate();

    WindowParts m_parts;
    QAction *m_classes = nullptr;
    QAction *m_newClass = nullptr;
};

} // namespace patina
