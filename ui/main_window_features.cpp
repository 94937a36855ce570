#include "ui/main_window.h"
#include "ui/project_restoring.h"
#include "ui/window_parts.h"

namespace patina {

void MainWindow::createFeatures()
{
    const WindowParts parts{this, m_session, m_actions, m_canvas, m_strip, &m_settings};
    new ProjectRestoring(parts);
}

} // namespace patina
