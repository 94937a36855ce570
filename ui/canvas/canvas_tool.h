#pragma once

#include <QObject>
#include <QPointF>

class QPainter;

namespace patina {

/// What the left mouse button does on a canvas, while it is chosen; without one it pans and selects.
/// All points in image coordinates: pixel (0, 0) covers 0..1.
class CanvasTool : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void press(QPointF at) = 0;
    /// \param pressed the button is held.
    virtual void move(QPointF at, bool pressed) = 0;
    virtual void release(QPointF at) = 0;
    /// The second press of two in short order; another stroke, unless the tool knows better.
    virtual void doubleClick(QPointF at) { press(at); }
    /// \returns whether the key is the tool's at the moment: no shortcut gets it then.
    virtual bool wantsKey(int key) const = 0;
    virtual void key(int key) = 0;
    virtual void leave() {}
    /// Gives up what was begun.
    virtual void reset() = 0;
    /// \param painter in image coordinates. \param screenPx image pixels to a pixel of the screen.
    virtual void paint(QPainter &painter, double screenPx) const = 0;

signals:
    /// What paint() shows has changed.
    void changed();
};

} // namespace patina
