#pragma once

#include "ui/canvas/display_image.h"
#include "ui/jobs/job_runner.h"
#include "ui/model_pair.h"
#include "ui/window_parts.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <memory>
#include <vector>

class QAction;
class QSplitter;

namespace patina {

class Canvas;
class CompareBar;
class SwipeHandle;

/// The image beside, or under a curtain with, a second picture: itself with its heatmap or as another model sees it, or
/// another image, a good part. Both show the same place at the same zoom.
class CompareFeature : public QObject
{
    Q_OBJECT
public:
    enum class Way { Off, SideBySide, Swipe };

    explicit CompareFeature(const WindowParts &parts);
    ~CompareFeature() override;

    /// The image that is shown, and those that follow, beside what another model makes of them.
    /// \param models that can be chosen. \param shown into these.
    void showModels(const std::vector<OtherModel> &models, int shown);
    Way way() const { return m_way; }
    Canvas *second() const { return m_second; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void createActions();
    void createWidgets();
    void connectParts();
    void connectCanvases();
    void choose(Way way);
    void showSecond();
    void styleSecond();
    void loadOther(const QString &file);
    void takeOther(Result<std::shared_ptr<const DisplayImage>> image, const QString &file);
    void chooseOther();
    void pinShown();
    void follow(const Canvas &leader, Canvas &follower);
    void placeSwipe();
    void tellState();
    void retranslate();

    WindowParts m_parts;
    Way m_way = Way::Off;
    QAction *m_sideBySide = nullptr;
    QAction *m_swipe = nullptr;
    QAction *m_pin = nullptr;
    QSplitter *m_splitter = nullptr;
    Canvas *m_second = nullptr;
    SwipeHandle *m_handle = nullptr;
    CompareBar *m_bar = nullptr;
    ModelPair *m_pair = nullptr;
    double m_share = 0.5; ///< of the canvas, left of the curtain
    bool m_following = false;
    QString m_otherName; ///< empty: against the heatmap
    std::shared_ptr<const DisplayImage> m_other;
    QThreadPool m_pool; ///< before the runner: destroyed after it
    JobRunner<std::shared_ptr<const DisplayImage>> m_otherJob;
};

} // namespace patina
