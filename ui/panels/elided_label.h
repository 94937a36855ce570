#pragma once

#include <QLabel>

namespace patina {

/// One line that takes the room there is: what does not fit is left out, and the whole is in the tooltip.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    /// \param elide where letters are left out.
    explicit ElidedLabel(Qt::TextElideMode elide, QWidget *parent = nullptr);

    void setWhole(const QString &text);
    QString whole() const { return m_whole; }
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void shorten();

    Qt::TextElideMode m_elide;
    QString m_whole;
};

} // namespace patina
