#pragma once

#include <QRectF>
#include <QWidget>

namespace patina {

class Canvas;

/// The whole image in a corner of the canvas, with a frame around what is in view; a click or drag moves the view
/// there. Hidden while the image fits.
class Minimap : public QWidget
{
    Q_OBJECT
public:
    /// A child of the canvas.
    explicit Minimap(Canvas *canvas);

    /// Shown where there is more than is in view.
    void setWanted(bool wanted);
    /// In pixels of this widget; for tests.
    QRectF frame() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void moveTo(QPointF at);
    double scale() const;
    void retranslateUi();

    Canvas *m_canvas = nullptr;
    bool m_wanted = true;
};

} // namespace patina
