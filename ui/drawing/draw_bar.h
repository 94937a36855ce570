#pragma once

#include "ui/document/label_edits.h"

#include <QToolBar>

class QAction;
class QActionGroup;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace patina {

class ProjectDocument;

/// Tools to draw with, and what is drawn: a class, or a zone. Shown while a project is open.
class DrawBar : public QToolBar
{
    Q_OBJECT
public:
    enum class Tool { None, Brush, Eraser, Polygon, Rectangle, Wand };
    enum class Target { Label, IgnoreZone, Roi, ThresholdZone };
    static constexpr int kMostRadiusPx = 500;

    /// \param project not owned, outlives the bar.
    explicit DrawBar(const ProjectDocument *project, QWidget *parent = nullptr);

    Tool tool() const;
    void chooseTool(Tool tool);
    Target target() const;
    /// Of Target::Label.
    NamedClass chosenClass() const;
    QColor colour() const;
    int radiusPx() const;
    bool snaps() const;
    /// Of Target::ThresholdZone: how many times as high the thresholds are there.
    double thresholdFactor() const;
    /// A zone is for every image, not only for the one that is shown.
    bool zoneForAll() const;
    /// \param canSnap the image has a score map.
    void setUsable(bool usable, bool canSnap);
    QList<QAction *> toolActions() const;
    void retranslate();

signals:
    void toolChosen();
    void optionsChanged();

private:
    void createTools();
    void createOptions();
    void fillTargets();
    void showOptions();

    const ProjectDocument *m_project = nullptr;
    QActionGroup *m_tools = nullptr;
    QAction *m_smaller = nullptr;
    QAction *m_larger = nullptr;
    QAction *m_snap = nullptr;
    QAction *m_forAll = nullptr;
    QLabel *m_targetLabel = nullptr;
    QComboBox *m_targets = nullptr;
    bool m_chosen = false; ///< what is drawn, by the user, in this project
    QLabel *m_radiusLabel = nullptr;
    QSpinBox *m_radius = nullptr;
    QAction *m_radiusLabelAction = nullptr;
    QAction *m_radiusAction = nullptr;
    QLabel *m_factorLabel = nullptr;
    QDoubleSpinBox *m_factor = nullptr;
    QAction *m_factorLabelAction = nullptr;
    QAction *m_factorAction = nullptr;
};

} // namespace patina
