#include "ui/panels/elided_label.h"

#include "ui/look.h"

#include <QEvent>

namespace patina {

ElidedLabel::ElidedLabel(Qt::TextElideMode elide, QWidget *parent) : QLabel(parent), m_elide(elide)
{
    setTextFormat(Qt::PlainText); // names of files are not markup
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ElidedLabel::setWhole(const QString &text)
{
    m_whole = text;
    setToolTip(text);
    setAccessibleName(text);
    shorten();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {2 * kGrid, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    shorten();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        shorten();
}

void ElidedLabel::shorten()
{
    const QString shown = fontMetrics().elidedText(m_whole, m_elide, contentsRect().width());
    if (shown != text())
        setText(shown);
}

} // namespace patina
