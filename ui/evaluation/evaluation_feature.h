#pragma once

#include "ui/window_parts.h"

#include <QObject>

#include <opencv2/core.hpp>

class QAction;
class QDockWidget;
class QRect;

namespace patina {

class EvaluationPanel;
class PlaceOpener;
class ReviewFlow;

/// The evaluation in a dock of its own, and the command that shows it.
class EvaluationFeature : public QObject
{
    Q_OBJECT
public:
    /// \param flow not owned, outlives the feature.
    EvaluationFeature(const WindowParts &parts, ReviewFlow *flow);

private:
    void addDock();
    void show();
    cv::Rect inImage(const QRect &box) const;
    void goTo(const QString &image, const QRect &box);
    void decide(const QString &image, const QRect &box);
    void retranslate();

    WindowParts m_parts;
    ReviewFlow *m_flow = nullptr;
    QDockWidget *m_dock = nullptr;
    EvaluationPanel *m_panel = nullptr;
    PlaceOpener *m_places = nullptr;
    QAction *m_show = nullptr;
    bool m_seen = false; ///< the dock was shown
};

} // namespace patina
