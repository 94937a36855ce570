#pragma once

#include "ui/jobs/training_runner.h"

#include <QWidget>

#include <vector>

namespace patina {

/// The covering radius against the images that have passed: how far off what the bank does not hold yet may be.
class RadiusChart : public QWidget
{
    Q_OBJECT
public:
    explicit RadiusChart(QWidget *parent = nullptr);

    /// \param images of the run; 0: not known.
    void show(const std::vector<RadiusPoint> &points, qint64 images);
    /// Said where there is no point.
    void setEmptyText(const QString &text);
    const QString &emptyText() const { return m_emptyText; }
    const std::vector<RadiusPoint> &points() const { return m_points; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintEmpty(QPainter &painter) const;
    void paintAxes(QPainter &painter, const QRectF &plot, double top, double last) const;
    QRectF plotArea() const;

    std::vector<RadiusPoint> m_points;
    qint64 m_images = 0;
    QString m_emptyText;
};

} // namespace patina
