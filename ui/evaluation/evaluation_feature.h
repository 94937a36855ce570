#pragma once

#include "ui/window_parts.h"

#include <QObject>

class QAction;
class QDockWidget;
class QRect;

namespace patina {

class EvaluationPanel;
class PlaceOpener;

/// The evaluation in a dock of its own, and the command that shows it.
class EvaluationFeature : public QObject
{
    Q_OBJECT
public:
    explicit EvaluationFeature(const WindowParts &parts);

private:
    void addDock();
    void show();
    void goTo(const QString &image, const QRect &box);
    void retranslate();

    WindowParts m_parts;
    QDockWidget *m_dock = nullptr;
    EvaluationPanel *m_panel = nullptr;
    PlaceOpener *m_places = nullptr;
    QAction *m_show = nullptr;
    bool m_seen = false; ///< the dock was shown
};

} // namespace patina
