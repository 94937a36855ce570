#pragma once

#include "ui/window_parts.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

class QAction;
class QKeyEvent;
class QWidget;

namespace patina {

/// The middle of the window: images with docks and tool bars, or one page in their place. Escape leaves a page, and
/// keys that work on images do nothing while these are out of sight.
class PagePlace : public QObject
{
    Q_OBJECT
public:
    using Make = std::function<QWidget *(QWidget *parent)>;

    explicit PagePlace(const WindowParts &parts);

    /// \param show becomes checkable; while it is checked the page is in sight. \param make is called when the page is
    /// shown for the first time: most sessions do without.
    void add(QAction *show, Make make);

signals:
    /// None: the images are in sight again.
    void pageChanged(QWidget *page);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Page
    {
        QAction *show = nullptr;
        Make make;
        QWidget *page = nullptr; ///< none before it was shown
    };

    void toggle(std::size_t index, bool on);
    QWidget *pageAt(std::size_t index);
    QWidget *images() const;
    void hideOthers();
    void showOthers();
    void coverProgress(bool covered);
    void leave();
    void aboutToStore();

    WindowParts m_parts;
    std::vector<Page> m_pages;
    QAction *m_shown = nullptr;
    QList<QPointer<QWidget>> m_hidden; ///< docks and tool bars
    QList<QPointer<QWidget>> m_front;  ///< docks that were in sight
    QPointer<QWidget> m_before;        ///< what had the focus
};

} // namespace patina
