#pragma once

#include "ui/canvas/colour_table.h"
#include "ui/document/score_range.h"

#include <QAbstractSlider>

namespace patina {

/// The colours of the score maps from 0 to the top of the scale, with marks at the review and the reject threshold.
/// As a slider it is the cut below which maps are transparent: dragged, or moved with the arrow keys.
class LegendBar : public QAbstractSlider
{
    Q_OBJECT
public:
    static constexpr int kSteps = 200; ///< value() of the top of the scale

    explicit LegendBar(QWidget *parent = nullptr);

    void setRange(const ScoreRange &range);
    void setColours(ColourMap colours);
    /// The cut on the scale of the scores.
    const ScoreRange &range() const { return m_range; }
    double cut() const { return m_range.top * value() / kSteps; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QRect barRect() const;
    int xOf(double score) const;
    void moveTo(int x);
    void paintColours(QPainter &painter, const QRect &bar) const;
    void paintMark(QPainter &painter, const QRect &bar, double score, const QString &label, QRect &taken) const;
    void paintHandle(QPainter &painter, const QRect &bar) const;
    void retranslateUi();

    ScoreRange m_range;
    ColourMap m_colours = ColourMap::Inferno;
};

} // namespace patina
