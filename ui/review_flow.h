#pragma once

#include "core/project/change.h"
#include "ui/document/review_queue.h"
#include "ui/window_parts.h"

#include <QObject>

#include <optional>

class QAction;

namespace patina {

class ReviewProgress;

/// Goes from region to region: to the next one without a decision, past one that is left for later, and back to what
/// undo and redo have changed. A feature of the window; says in the status bar how far the review is.
class ReviewFlow : public QObject
{
    Q_OBJECT
public:
    explicit ReviewFlow(const WindowParts &parts);

    ReviewQueue &queue() { return m_queue; }
    /// Shows an image and selects the region whose box fits best.
    void showRegion(const QString &image, const cv::Rect &box);

private:
    /// A region that is to be selected when its image is there.
    struct Wanted
    {
        int row = -1;
        std::optional<cv::Point> first; ///< none: known by its box
        cv::Rect box;
    };
    void createActions();
    void connectSession();
    void goOn();
    void decided();
    void skip();
    void leaveCurrent();
    void goTo(const Wanted &wanted);
    void arrive();
    int itemFor(const Wanted &wanted) const;
    void follow(const Change &change);
    void showProgress();
    void sayDone();
    void retranslate();

    WindowParts m_parts;
    ReviewQueue m_queue;
    ReviewProgress *m_progress = nullptr;
    QAction *m_skip = nullptr;
    QAction *m_goesOn = nullptr;
    QAction *m_byImage = nullptr;
    std::optional<Wanted> m_wanted;
};

} // namespace patina
