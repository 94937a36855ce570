#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_tool.h"

#include <utility>

// What the canvas shows; how it is looked at is in canvas.cpp.
namespace patina {

void Canvas::setImage(std::shared_ptr<const DisplayImage> image)
{
    const bool sameSize = hasImage() && image && m_scene.image()->size() == image->size();
    m_scene.setImage(std::move(image));
    m_message.clear();
    for (MarkLayer *layer : {&m_truth, &m_labels, &m_regions})
        layer->set({});
    m_zones.clear();
    if (hasImage() && !sameSize) {
        m_view.setImageSize(m_scene.image()->size());
        fit();
    }
    emit viewChanged();
    pictureTouched();
}

void Canvas::setMessage(const QString &sentence)
{
    setImage(nullptr);
    m_message = sentence;
    emit cursorLeft();
}

void Canvas::setHeat(std::shared_ptr<const HeatLayer> heat)
{
    m_scene.setHeat(std::move(heat));
    pictureTouched();
}

void Canvas::setMarks(std::vector<CanvasMark> marks)
{
    m_regions.set(std::move(marks));
    update();
}

void Canvas::setLabels(std::vector<CanvasMark> marks)
{
    m_labels.set(std::move(marks));
    emit masksChanged();
    update();
}

void Canvas::setGroundTruth(std::vector<CanvasMark> marks)
{
    m_truth.set(std::move(marks));
    emit masksChanged();
    update();
}

void Canvas::setHeatVisible(bool visible)
{
    m_scene.setHeatVisible(visible);
    pictureTouched();
}

void Canvas::setOutlinesVisible(bool visible)
{
    m_regions.setVisible(visible);
    update();
}

void Canvas::setLabelsVisible(bool visible)
{
    m_labels.setVisible(visible);
    emit masksChanged();
    update();
}

void Canvas::setGroundTruthVisible(bool visible)
{
    m_truth.setVisible(visible);
    emit masksChanged();
    update();
}

void Canvas::setHeatStyle(const HeatStyle &style)
{
    m_scene.setStyle(style);
    pictureTouched();
}

void Canvas::setTone(const std::optional<ToneWindow> &tone)
{
    m_scene.setTone(tone);
    pictureTouched();
}

void Canvas::pictureTouched()
{
    emit pictureChanged();
    update();
}

void Canvas::setLiveThreshold(std::optional<double> threshold)
{
    m_liveThreshold = threshold;
    update();
}

void Canvas::setZones(std::vector<CanvasMark> zones)
{
    m_zones = std::move(zones);
    update();
}

void Canvas::setTool(CanvasTool *tool)
{
    if (m_tool != nullptr)
        m_tool->disconnect(this);
    m_tool = tool;
    if (tool != nullptr)
        connect(tool, &CanvasTool::changed, this, qOverload<>(&QWidget::update));
    setCursor(restingCursor());
    update();
}

} // namespace patina
