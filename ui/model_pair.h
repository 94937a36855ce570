#pragma once

#include "ui/canvas/heat_layer.h"
#include "ui/jobs/other_model_map.h"
#include "ui/window_parts.h"

#include <QObject>

#include <optional>
#include <vector>

namespace patina {

class PictureCaption;
struct CanvasMark;

/// The image as another model sees it, in a second canvas beside the first: map, outlines at that model's review
/// threshold, and over both pictures which model it is and what it says. Follows the image that is shown.
class ModelPair : public QObject
{
    Q_OBJECT
public:
    /// \param second not owned, outlives this; shows the image.
    ModelPair(const WindowParts &parts, Canvas *second);
    ~ModelPair() override;

    /// \param models that can be chosen. \param shown into these.
    void choose(std::vector<OtherModel> models, int shown);
    void choose(int shown);
    /// None is shown any more; which ones can be chosen stays.
    void leave();
    bool active() const { return m_shown >= 0; }
    /// -1: none.
    int shown() const { return m_shown; }
    const std::vector<OtherModel> &models() const { return m_models; }
    /// One colour means one share of the review threshold of each: scales of two models are not the same.
    HeatStyle style() const;
    /// What there is by now, in the second canvas.
    void fill();
    /// The captions are there, or gone.
    void setVisible(bool visible);

signals:
    /// Another model is shown, or none, or there are other ones.
    void changed();

private:
    void connectParts();
    void ask();
    void askAnew();
    OtherMapRequest request(int row) const;
    void take();
    void showMasks();
    void showCaptions();
    void dropOpenModel();
    std::vector<CanvasMark> marksOf(const OtherMap &map) const;
    const OtherModel &model() const { return m_models[static_cast<std::size_t>(m_shown)]; }

    WindowParts m_parts;
    Canvas *m_second = nullptr;
    OtherModelMap *m_map = nullptr;
    PictureCaption *m_ownCaption = nullptr;
    PictureCaption *m_otherCaption = nullptr;
    std::vector<OtherModel> m_models;
    int m_shown = -1;
    std::optional<OtherMapRequest> m_asked;
    bool m_visible = false;
};

} // namespace patina
