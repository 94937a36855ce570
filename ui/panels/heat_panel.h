#pragma once

#include "ui/canvas/heat_layer.h"
#include "ui/document/score_range.h"
#include "ui/settings/settings.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QStackedWidget;

namespace patina {

class LegendBar;

/// The strip under the canvas: how the heatmap is drawn and what its colours mean; without a heatmap, what to do to get
/// one.
class HeatPanel : public QWidget
{
    Q_OBJECT
public:
    enum class State { NoModel, NotScored, Waiting, Failed, Shown };
    struct NextSteps
    {
        QAction *openModel;
        QAction *scoreCurrent;
        QAction *scoreAll;
    };

    HeatPanel(const Settings &settings, const NextSteps &steps, QWidget *parent = nullptr);

    void setState(State state);
    State state() const { return m_state; }
    void setRange(const ScoreRange &range);
    HeatStyle style() const;
    QSize minimumSizeHint() const override;
    /// In the order of the Tab key.
    QList<QWidget *> controls() const;
    /// Colours and opacity from the preferences.
    void use(const Settings &settings);
    /// Writes what the user has set here.
    void store(Settings &settings) const;

signals:
    void styleChanged(const patina::HeatStyle &style);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *createControls(const Settings &settings);
    QWidget *createHint(const NextSteps &steps);
    void tellStyle();
    void retranslateUi();

    ScoreRange m_range;
    State m_state = State::NoModel;
    QStackedWidget *m_pages = nullptr;
    QLabel *m_coloursLabel = nullptr;
    QComboBox *m_colours = nullptr;
    QLabel *m_opacityLabel = nullptr;
    QSlider *m_opacity = nullptr;
    LegendBar *m_legend = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_openModel = nullptr;
    QPushButton *m_scoreCurrent = nullptr;
    QPushButton *m_scoreAll = nullptr;
};

} // namespace patina
