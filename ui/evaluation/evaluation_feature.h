#pragma once

#include "ui/window_parts.h"

#include <QObject>

#include <opencv2/core.hpp>

#include <vector>

class QAction;
class QDockWidget;
class QRect;

namespace patina {

class EvaluationPanel;
class PlaceOpener;
class ReviewFlow;
struct OtherModel;

/// The evaluation in a dock of its own, and the command that shows it.
class EvaluationFeature : public QObject
{
    Q_OBJECT
public:
    /// \param flow not owned, outlives the feature.
    EvaluationFeature(const WindowParts &parts, ReviewFlow *flow);

signals:
    /// An image that is being opened is to be shown beside what another model makes of it.
    void pairWanted(const std::vector<patina::OtherModel> &models, int shown);

private:
    void addDock();
    void addSteps();
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
    QAction *m_nextDisagreement = nullptr;
    QAction *m_previousDisagreement = nullptr;
    bool m_seen = false; ///< the dock was shown
};

} // namespace patina
