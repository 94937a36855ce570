#pragma once

#include "ui/window_parts.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

class QAction;

namespace patina {

class KeyedPage;
class PagePlace;

/// Commands of whichever page is in sight: to its next section and the one before, and what it is for.
class PageKeys : public QObject
{
    Q_OBJECT
public:
    PageKeys(const WindowParts &parts, const PagePlace *pages);

private:
    QAction *make(const char *name, const QList<QKeySequence> &keys);
    void show(QWidget *page);
    KeyedPage *page() const;
    void step(int by);
    void retranslate();

    WindowParts m_parts;
    QPointer<QWidget> m_page; ///< none: images are in sight
    QAction *m_next = nullptr;
    QAction *m_previous = nullptr;
    QAction *m_main = nullptr;
};

} // namespace patina
