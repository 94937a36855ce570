#include "ui/page_place.h"

#include "ui/main_window.h"
#include "ui/panels/message_strip.h"
#include "ui/panels/review_progress.h"
#include "ui/session.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLabel>
#include <QStatusBar>
#include <QTabBar>
#include <QToolBar>
#include <QVBoxLayout>

#include <utility>

namespace patina {

namespace {

/// Letters, digits and the like: the commands that have them work on images that are out of sight.
bool isOfImages(const QKeyEvent &key)
{
    const bool alone =
        (key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier && key.key() < Qt::Key_F1;
    return (alone && key.key() != Qt::Key_Escape) || key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo);
}

bool isReturn(const QKeyEvent &key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

/// One that does something, not one that is on or off.
bool isCommand(const QAbstractButton *button)
{
    return button != nullptr && !button->isCheckable();
}

} // namespace

PagePlace::PagePlace(const WindowParts &parts) : QObject(parts.window), m_parts(parts)
{
    connect(parts.window, &MainWindow::storing, this, &PagePlace::aboutToStore);
    connect(parts.window, &MainWindow::layoutReset, this, [this] {
        if (m_shown != nullptr)
            hideOthers();
    });
    connect(&parts.session->document(), &Document::datasetChanged, this, [this] {
        if (m_parts.session->document().hasImages())
            leave(); // whoever opens images wants to see them
    });
}

void PagePlace::add(QAction *show, Make make)
{
    const std::size_t index = m_pages.size();
    m_pages.push_back({show, std::move(make)});
    show->setCheckable(true);
    connect(show, &QAction::toggled, this, [this, index](bool on) { toggle(index, on); });
}

void PagePlace::toggle(std::size_t index, bool on)
{
    QAction *show = m_pages[index].show;
    QWidget *page = pageAt(index);
    if (on) {
        QAction *other = std::exchange(m_shown, show);
        if (other != nullptr) {
            other->setChecked(false);
        } else {
            m_before = QApplication::focusWidget();
            m_front.clear();
            for (auto *dock : m_parts.window->findChildren<QDockWidget *>())
                if (!dock->visibleRegion().isEmpty())
                    m_front << dock; // others lie behind its tab
            hideOthers();
            images()->hide();
        }
        page->show();
        page->setFocus();
        emit pageChanged(page);
        return;
    }
    page->hide();
    if (m_shown != show)
        return; // another page takes its place
    m_shown = nullptr;
    images()->show();
    showOthers();
    if (m_before && m_before->isVisible())
        m_before->setFocus();
    emit pageChanged(nullptr);
}

QWidget *PagePlace::pageAt(std::size_t index)
{
    Page &page = m_pages[index];
    if (page.page != nullptr)
        return page.page;
    QWidget *centre = m_parts.strip->parentWidget();
    page.page = page.make(centre);
    page.page->hide();
    page.page->installEventFilter(this);
    qobject_cast<QVBoxLayout *>(centre->layout())->addWidget(page.page, 1);
    return page.page;
}

/// What the pages stand in place of: below the strip of messages.
QWidget *PagePlace::images() const
{
    const QLayout *column = m_parts.strip->parentWidget()->layout();
    return column->itemAt(column->indexOf(m_parts.strip) + 1)->widget();
}

void PagePlace::leave()
{
    if (m_shown != nullptr)
        m_shown->setChecked(false);
}

void PagePlace::hideOthers()
{
    // Bars of docks' tabs, which Qt makes anew with a layout, stay behind out of sight: no place for the keys.
    for (auto *tabs : m_parts.window->findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly))
        tabs->setFocusPolicy(Qt::NoFocus);
    m_hidden.clear();
    for (auto *dock : m_parts.window->findChildren<QDockWidget *>())
        if (!dock->isHidden() && !dock->isFloating())
            m_hidden << dock;
    for (auto *bar : m_parts.window->findChildren<QToolBar *>(QString(), Qt::FindDirectChildrenOnly))
        if (!bar->isHidden())
            m_hidden << bar;
    for (auto *label : m_parts.window->statusBar()->findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly))
        if (!label->isHidden())
            m_hidden << label; // zoom and pixel of the image that is out of sight
    for (const auto &part : m_hidden)
        part->hide();
    coverProgress(true);
}

void PagePlace::showOthers()
{
    for (const auto &part : std::exchange(m_hidden, {}))
        if (part)
            part->show();
    for (const auto &dock : m_front)
        if (dock && !dock->isHidden())
            dock->raise();
    coverProgress(false);
}

void PagePlace::coverProgress(bool covered)
{
    if (auto *progress = m_parts.window->statusBar()->findChild<ReviewProgress *>())
        progress->setCovered(covered);
}

/// The layout that is kept is the one without a page.
void PagePlace::aboutToStore()
{
    if (m_shown == nullptr)
        return;
    m_parts.window->setUpdatesEnabled(false);
    showOthers();
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_shown != nullptr)
                hideOthers();
            m_parts.window->setUpdatesEnabled(true);
        },
        Qt::QueuedConnection);
}

/// What nothing within the page has wanted.
bool PagePlace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (event->type() == QEvent::ShortcutOverride) {
        if (isOfImages(*key))
            event->accept();
        return isOfImages(*key);
    }
    if (isReturn(*key) && !key->isAutoRepeat())
        if (auto *button = qobject_cast<QAbstractButton *>(QApplication::focusWidget()); isCommand(button)) {
            button->click();
            return true;
        }
    if (key->key() != Qt::Key_Escape || key->modifiers() != Qt::NoModifier)
        return false;
    leave();
    return true;
}

} // namespace patina
