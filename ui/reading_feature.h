#pragma once

#include "ui/window_parts.h"

#include <QObject>

class QAction;

namespace patina {

class AgreementDialog;
class ReadingBar;
class ReviewFlow;

/// The second reading, from its dialog to how far the readers agree. A feature of the window.
class ReadingFeature : public QObject
{
    Q_OBJECT
public:
    /// \param flow not owned, outlives the feature.
    ReadingFeature(const WindowParts &parts, ReviewFlow *flow);

private:
    void begin();
    void end();
    void compare();
    void showState();
    void retranslate();

    WindowParts m_parts;
    ReviewFlow *m_flow = nullptr;
    QAction *m_begin = nullptr;
    QAction *m_end = nullptr;
    QAction *m_compare = nullptr;
    ReadingBar *m_bar = nullptr;
    AgreementDialog *m_dialog = nullptr;
};

} // namespace patina
