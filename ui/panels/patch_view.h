#pragma once

#include "ui/jobs/likeness.h"

#include <QWidget>

namespace patina {

/// One part of an image with its patch marked, or one sentence on why there is none.
class PatchView : public QWidget
{
    Q_OBJECT
public:
    explicit PatchView(QWidget *parent = nullptr);

    void show(const PatchPicture &picture);
    void showMessage(const QString &sentence);
    bool hasPicture() const { return !m_picture.pixels.isNull(); }
    QString message() const { return m_message; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintPicture(QPainter &painter, const QRect &place) const;

    PatchPicture m_picture;
    QString m_message;
};

} // namespace patina
