#pragma once

#include "core/synthesis/range.h"
#include "ui/synthesis/range_scale.h"

#include <QWidget>

namespace patina {

/// Two handles on one line: the lower and the upper end of a range. Left and right move the end that was touched last,
/// up and down choose the end.
class RangeSlider : public QWidget
{
    Q_OBJECT
public:
    explicit RangeSlider(QWidget *parent = nullptr);

    void setScale(const RangeScale &scale);
    /// Does not tell of it.
    void setRange(const Range &range);
    const Range &range() const { return m_range; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// By the user.
    void moved(const patina::Range &range);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class End { Low, High };
    double pixelOf(double value) const;
    void moveTo(double position);
    double &value(End end) { return end == End::Low ? m_range.low : m_range.high; }

    RangeScale m_scale;
    Range m_range;
    End m_end = End::High;
    double m_grabPx = 0.0; ///< of the cursor from the handle that it holds
};

} // namespace patina
