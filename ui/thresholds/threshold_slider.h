#pragma once

#include "ui/document/score_range.h"

#include <QWidget>

#include <vector>

namespace patina {

/// The review and the reject threshold as two handles over the scores of all images. By mouse; numbers beside it are
/// for the keyboard.
class ThresholdSlider : public QWidget
{
    Q_OBJECT
public:
    explicit ThresholdSlider(QWidget *parent = nullptr);

    /// Without thresholds nothing can be moved.
    void setRange(const ScoreRange &range);
    const ScoreRange &range() const { return m_range; }
    /// Of all images, in any order.
    void setScores(const std::vector<double> &scores);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void moved(double review, double reject);
    /// The mouse has let go.
    void released();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    enum class Handle { None, Review, Reject };
    QRect track() const;
    double xOf(double score) const;
    double scoreAt(double x) const;
    void moveTo(double x);
    void paintHistogram(QPainter &painter) const;
    void paintHandle(QPainter &painter, double score, const QColor &colour) const;

    ScoreRange m_range;
    std::vector<int> m_bins;
    Handle m_held = Handle::None;
};

} // namespace patina
