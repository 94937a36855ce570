#pragma once

#include "ui/canvas/tone.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace patina {

/// How often values occur in an image, with two handles: what is left of the lower one is shown black, what is right of
/// the upper one white. For the mouse; the keyboard has the numbers beside it.
class ToneBar : public QWidget
{
    Q_OBJECT
public:
    explicit ToneBar(QWidget *parent = nullptr);

    /// \param fullScale the largest value there can be.
    void setHistogram(std::vector<double> histogram, int fullScale);
    void setTone(const ToneWindow &tone);
    const ToneWindow &tone() const { return m_tone; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int xOf(int value) const;

signals:
    void moved(const patina::ToneWindow &tone);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    enum class Handle { Black, White };
    QRect area() const;
    int valueAt(double x) const;
    void paintHandle(QPainter &painter, int value) const;
    void moveTo(double x);

    std::vector<double> m_histogram;
    int m_fullScale = 255;
    ToneWindow m_tone;
    std::optional<Handle> m_held;
};

} // namespace patina
