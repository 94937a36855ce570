#pragma once

#include <QObject>

#include <opencv2/core.hpp>

#include <optional>

namespace patina {

class Canvas;
class Session;

/// Shows an image, and a place of it once it is there.
class PlaceOpener : public QObject
{
    Q_OBJECT
public:
    /// Neither is owned; both outlive this.
    PlaceOpener(Session *session, Canvas *canvas, QObject *parent);

    /// \param area in pixels of the image; empty: all of it.
    void open(int row, const cv::Rect &area);

private:
    void arrive();

    Session *m_session = nullptr;
    Canvas *m_canvas = nullptr;
    int m_shownRow = -1;              ///< of the image that the canvas shows
    int m_wantedRow = -1;             ///< of the image that m_wanted lies on
    std::optional<cv::Rect> m_wanted; ///< that is looked at once its image is there
};

} // namespace patina
