#include "ui/drawing/drawing_controller.h"
#include "ui/frame.h"
#include "ui/main_window.h"
#include "ui/thresholds/threshold_controller.h"
#include "ui/window_parts.h"

namespace patina {

void MainWindow::createFeatures()
{
    const WindowParts parts{this, m_session, m_actions, m_canvas, m_strip, &m_settings};
    new ThresholdController(parts);
    new DrawingController(parts);
    new Frame(parts);
}

} // namespace patina
