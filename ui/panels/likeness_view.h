#pragma once

#include "ui/canvas/display_image.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/likeness.h"
#include "ui/window_parts.h"

#include <QSize>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;

namespace patina {

class ElidedLabel;
class PatchView;

/// "Looks most like": the selected region beside the good patch of the training images that is nearest to it, both at
/// the same scale. A feature of the window, in the dock of the regions.
class LikenessView : public QWidget
{
    Q_OBJECT
public:
    explicit LikenessView(const WindowParts &parts);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// Which region is shown.
    struct Key
    {
        std::string image;
        cv::Point first;
        std::string modelHash;
        bool operator==(const Key &) const = default;
    };
    void follow();
    std::optional<Key> selected() const;
    void showSelected();
    void load(const PatchMatch &match, int sidePx);
    void take(const Result<PatchPicture> &picture, const BankOrigin &origin);
    void showHint(const QString &sentence);
    void retranslateUi();

    WindowParts m_parts;
    QSize m_imageSize; ///< of the image that is shown
    std::optional<Key> m_key;
    QTimer m_pause; ///< passing by a region loads nothing
    JobRunner<PatchPicture> m_job;
    JobRunner<PatchPicture> m_ownJob;
    QLabel *m_title = nullptr;
    QLabel *m_hint = nullptr;
    QWidget *m_pair = nullptr;
    PatchView *m_own = nullptr;
    PatchView *m_like = nullptr;
    ElidedLabel *m_ownCaption = nullptr;
    ElidedLabel *m_likeCaption = nullptr;
};

} // namespace patina
