#pragma once

#include "ui/canvas/mark_shapes.h"
#include "ui/jobs/job_runner.h"

#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace patina {

/// Outlines over the image. Few are painted at once; thousands by another thread into a picture that is somewhat larger
/// than the view, so that panning copies it; until it is there the one before stands in. Never waits.
class MarkLayer : public QObject
{
    Q_OBJECT
public:
    explicit MarkLayer(const MarkStyle &style = {}, QObject *parent = nullptr);

    /// Without marks nothing is left on the screen; in the place of others, those stay until these are painted.
    void set(std::vector<CanvasMark> marks);
    const std::vector<CanvasMark> &marks() const { return m_marks; }
    void setVisible(bool visible) { m_visible = visible; }
    bool visible() const { return m_visible; }
    /// Of the lines, logical pixels; selected ones are twice as wide.
    void setWidth(double width);

    /// \param painter in device pixels, over a device as large as the view. \param devicePixelRatio of line widths.
    void paint(QPainter &painter, const ViewTransform &view, double devicePixelRatio);
    /// Was the last thing that was painted what it should be?
    bool settled() const { return m_settled || !m_visible; }

signals:
    /// Painted again it would look sharper.
    void changed();

private:
    /// What a picture shows.
    struct Request
    {
        std::shared_ptr<const MarkShapes> shapes;
        QSize imageSize;
        double scale = 1.0;
        QPointF offset; ///< of the image in the picture
        QSize size;
        double devicePixelRatio = 1.0;
        MarkStyle style;
    };
    struct Picture
    {
        Request request;
        QImage image;
    };

    bool shows(const Request &request, const ViewTransform &view, double devicePixelRatio, int sparePx) const;
    void ask(const ViewTransform &view, double devicePixelRatio);
    void startNext();
    void paintPicture(QPainter &painter, const ViewTransform &view) const;

    MarkStyle m_style;
    bool m_visible = true;
    bool m_settled = true;
    std::vector<CanvasMark> m_marks;
    std::shared_ptr<const MarkShapes> m_shapes;
    std::optional<Picture> m_picture;
    std::optional<Request> m_running;
    std::optional<Request> m_wanted;
    QThreadPool m_pool; ///< before the runner: destroyed after it
    JobRunner<QImage> m_runner;
};

} // namespace patina
