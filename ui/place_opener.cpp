#include "ui/place_opener.h"

#include "ui/canvas/canvas.h"
#include "ui/session.h"

#include <utility>

namespace patina {

PlaceOpener::PlaceOpener(Session *session, Canvas *canvas, QObject *parent)
    : QObject(parent), m_session(session), m_canvas(canvas)
{
    connect(session, &Session::imageShown, this, [this] {
        m_shownRow = m_session->currentRow();
        arrive();
    });
    connect(session, &Session::currentChanged, this, [this] { m_shownRow = -1; });
}

void PlaceOpener::open(int row, const cv::Rect &area)
{
    m_wanted = area;
    m_wantedRow = row;
    if (m_shownRow == row)
        arrive();
    else
        m_session->showRow(row);
}

void PlaceOpener::arrive()
{
    const auto area = std::exchange(m_wanted, std::nullopt);
    if (!area || m_shownRow != m_wantedRow)
        return;
    if (area->empty()) // what was opened before may have been a speck
        m_canvas->fit();
    else
        m_canvas->zoomTo(QRectF(area->x, area->y, area->width, area->height));
}

} // namespace patina
