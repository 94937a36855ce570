#pragma once

#include "ui/look.h"

#include <QScrollArea>

namespace patina {

/// A dock's contents that may be taller than the window: a dock is as narrow and as low as the screen wants it,
/// whatever is in it.
class DockScroll : public QScrollArea
{
public:
    explicit DockScroll(QWidget *contents, QWidget *parent = nullptr) : QScrollArea(parent)
    {
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus);
        setWidget(contents);
    }
    QSize sizeHint() const override { return {42 * kGrid, 64 * kGrid}; }
    QSize minimumSizeHint() const override { return {26 * kGrid, 12 * kGrid}; }
};

} // namespace patina
