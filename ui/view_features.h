#pragma once

#include "ui/canvas/canvas_mark.h"
#include "ui/jobs/job_runner.h"
#include "ui/window_parts.h"

#include <QKeySequence>
#include <QObject>
#include <QThreadPool>

#include <vector>

class QAction;

namespace patina {

class Minimap;
class TonePanel;

/// What can be laid over the image and how it is seen, beside heatmap and regions: minimap, labels, ground truth,
/// window and level, scale. Each has its own switch in the menu View.
class ViewFeatures : public QObject
{
    Q_OBJECT
public:
    explicit ViewFeatures(const WindowParts &parts);
    ~ViewFeatures() override;

private:
    struct Outlines
    {
        std::vector<CanvasMark> labels;
        std::vector<CanvasMark> truth;
    };

    QAction *makeSwitch(const char *name, const QKeySequence &key, bool on);
    void createActions();
    void connectParts();
    void outlineMasks();
    void showScale();
    void chooseScale();
    void retranslate();

    WindowParts m_parts;
    Minimap *m_minimap = nullptr;
    TonePanel *m_tones = nullptr;
    QAction *m_minimapShown = nullptr;
    QAction *m_labelsShown = nullptr;
    QAction *m_truthShown = nullptr;
    QAction *m_tonesShown = nullptr;
    QAction *m_scale = nullptr;
    QAction *m_zoomToRegion = nullptr;
    QThreadPool m_pool; ///< before the runner: destroyed after it
    JobRunner<Outlines> m_outlines;
};

} // namespace patina
