#pragma once

#include <QObject>

#include <memory>

namespace patina {

class Canvas;
class DisplayImage;

/// Two canvases at the same zoom: what lies in the middle of the one lies as far from the middle of its image as that
/// of the other. Fitted, both images are seen whole, unless the second would make the first smaller than half of what
/// its place has room for.
class SharedZoom : public QObject
{
    Q_OBJECT
public:
    /// \param first, \param second not owned, outlive this.
    SharedZoom(Canvas *first, Canvas *second, QObject *parent = nullptr);

    void setFirst(std::shared_ptr<const DisplayImage> image);
    void setSecond(std::shared_ptr<const DisplayImage> image);
    void fit();

private:
    void watch(Canvas *canvas, Canvas *other);
    void set(Canvas *canvas, std::shared_ptr<const DisplayImage> image);
    void settle();
    double fitScale() const;
    void follow(const Canvas &leader, Canvas &follower);

    Canvas *m_first;
    Canvas *m_second;
    bool m_fitted = true; ///< until the user zooms or pans
    bool m_busy = false;  ///< what the canvases tell comes from here
};

} // namespace patina
