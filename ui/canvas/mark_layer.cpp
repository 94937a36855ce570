#include "ui/canvas/mark_layer.h"

#include <QPainter>

#include <cmath>
#include <utility>

namespace patina {

namespace {

constexpr std::size_t kPaintedAtOnce = 20'000; // points of all marks: a millisecond or two
constexpr int kMarginPx = 256;                 // of a picture, around the view
constexpr int kSparePx = 96;                   // less margin than this is left: the next picture is begun

QPoint rounded(QPointF point)
{
    return {static_cast<int>(std::lround(point.x())), static_cast<int>(std::lround(point.y()))};
}

} // namespace

MarkLayer::MarkLayer(const MarkStyle &style, QObject *parent) : QObject(parent), m_style(style), m_runner(&m_pool)
{
    m_pool.setMaxThreadCount(1);
}

void MarkLayer::set(std::vector<CanvasMark> marks)
{
    m_marks = std::move(marks);
    m_shapes = m_marks.empty() ? nullptr : std::make_shared<const MarkShapes>(m_marks);
    m_wanted.reset();
    if (m_shapes && m_shapes->pointCount() > kPaintedAtOnce)
        return;
    m_runner.abandon();
    m_running.reset();
    m_picture.reset();
    m_settled = true;
}

void MarkLayer::setWidth(double width)
{
    m_style.widthPx = width;
    m_picture.reset();
}

void MarkLayer::paint(QPainter &painter, const ViewTransform &view, double devicePixelRatio)
{
    if (!m_visible || !m_shapes)
        return;
    if (m_shapes->pointCount() <= kPaintedAtOnce)
        return m_shapes->paint(painter, view, devicePixelRatio, m_style);
    m_settled = m_picture && shows(m_picture->request, view, devicePixelRatio, 0);
    if (!m_picture || !shows(m_picture->request, view, devicePixelRatio, kSparePx))
        ask(view, devicePixelRatio);
    if (m_picture)
        paintPicture(painter, view);
}

/// \param sparePx margin around the view that has to be there, too, as far as the image reaches.
bool MarkLayer::shows(const Request &request, const ViewTransform &view, double devicePixelRatio, int sparePx) const
{
    if (request.shapes != m_shapes || request.style.widthPx != m_style.widthPx || request.scale != view.scale() ||
        request.devicePixelRatio != devicePixelRatio)
        return false;
    const QRectF spared = QRectF(QPointF(), view.viewport()).adjusted(-sparePx, -sparePx, sparePx, sparePx);
    const QRectF needed = spared & view.toView(QRectF(QPointF(), view.imageSize()));
    const QRectF there(view.offset() - request.offset, request.size);
    return there.adjusted(-1, -1, 1, 1).contains(needed);
}

void MarkLayer::ask(const ViewTransform &view, double devicePixelRatio)
{
    if (m_running && shows(*m_running, view, devicePixelRatio, kSparePx)) {
        m_wanted.reset();
        return;
    }
    const QSize size = view.viewport() + QSize(2 * kMarginPx, 2 * kMarginPx);
    m_wanted = Request{m_shapes, view.imageSize(), view.scale(), view.offset() + QPointF(kMarginPx, kMarginPx),
                       size,     devicePixelRatio, m_style};
    if (!m_running)
        startNext();
}

void MarkLayer::startNext()
{
    m_running = std::exchange(m_wanted, std::nullopt);
    const auto job = [request = *m_running](const JobContext &) -> Result<QImage> {
        ViewTransform view;
        view.setImageSize(request.imageSize);
        view.setViewport(request.size);
        view.follow(request.scale, request.offset);
        QImage picture(request.size, QImage::Format_ARGB32_Premultiplied);
        if (picture.isNull())
            return fail(ErrorCode::OutOfMemory, "no memory for the outlines");
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        request.shapes->paint(painter, view, request.devicePixelRatio, request.style);
        return picture;
    };
    m_runner.start(job, [this](Result<QImage> painted) {
        const Request request = *std::exchange(m_running, std::nullopt);
        if (painted)
            m_picture = Picture{request, *std::move(painted)};
        else
            m_settled = true;
        if (m_wanted)
            startNext();
        if (painted)
            emit changed();
    });
}

/// At the zoom of the picture it is copied, at another one it is stretched.
void MarkLayer::paintPicture(QPainter &painter, const ViewTransform &view) const
{
    const Request &request = m_picture->request;
    if (request.scale == view.scale()) {
        painter.drawImage(rounded(view.offset() - request.offset), m_picture->image);
        return;
    }
    const double stretch = view.scale() / request.scale;
    const QRectF whole(view.offset() - request.offset * stretch, QSizeF(request.size) * stretch);
    const QRectF seen = whole & QRectF(QPointF(), view.viewport());
    const QRectF part((seen.topLeft() - whole.topLeft()) / stretch, seen.size() / stretch);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(seen, m_picture->image, part);
}

} // namespace patina
