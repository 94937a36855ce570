#pragma once

#include "ui/window_parts.h"

#include <QObject>

#include <memory>

class QAction;
class QDockWidget;

namespace patina {

class StudyEngine;
class StudyPanel;

/// The dock of studies, and the command that shows it.
class StudyFeature : public QObject
{
    Q_OBJECT
public:
    /// Nothing where the engine does not study.
    static void add(const WindowParts &parts);

private:
    StudyFeature(const WindowParts &parts, std::shared_ptr<const StudyEngine> engine);

    void addDock();
    void show();
    void retranslate();

    WindowParts m_parts;
    QDockWidget *m_dock = nullptr;
    StudyPanel *m_panel = nullptr;
    QAction *m_show = nullptr;
    bool m_seen = false; ///< the dock was shown
};

} // namespace patina
