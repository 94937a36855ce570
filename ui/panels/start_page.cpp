#include "ui/panels/start_page.h"

#include "ui/actions.h"
#include "ui/look.h"
#include "ui/models/recent_project_model.h"
#include "ui/panels/dock_scroll.h"
#include "ui/panels/recent_delegate.h"

#include <QAction>
#include <QApplication>
#include <QCommandLinkButton>
#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace patina {

namespace {

constexpr int kWideEnoughForTwoColumns = 88 * kGrid;
constexpr int kColumn = 56 * kGrid;
constexpr int kTallest = 80 * kGrid;

} // namespace

StartPage::StartPage(const Actions &actions, RecentProjectModel *recent, QWidget *parent)
    : QWidget(parent), m_recent(recent), m_columns(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_choiceColumn(new QVBoxLayout)
{
    setObjectName(QStringLiteral("startPage"));
    m_choiceColumn->setSpacing(kGrid / 2);
    createChoices(actions);
    m_choiceColumn->addStretch(1);
    createList();
    auto *right = new QVBoxLayout;
    right->setSpacing(kGrid);
    right->addWidget(m_recentTitle);
    right->addWidget(m_list, 1);
    right->addWidget(m_none, 1);
    m_columns->setSpacing(4 * kGrid);
    m_columns->addLayout(m_choiceColumn, 1);
    m_columns->addLayout(right, 1);

    auto *inner = new QWidget;
    m_content = new QWidget(inner);
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(3 * kGrid);
    content->addLayout(createHead());
    content->addLayout(m_columns, 1);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_content, 100);
    row->addStretch(1);
    auto *around = new QVBoxLayout(inner);
    around->setContentsMargins(4 * kGrid, 4 * kGrid, 4 * kGrid, 4 * kGrid);
    around->addLayout(row);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(new DockScroll(inner, this));
    retranslateUi();
    applyColours();
}

QLayout *StartPage::createHead()
{
    auto *symbol = new QLabel(this);
    symbol->setPixmap(QIcon(QStringLiteral(":/icons/patina.svg")).pixmap(QSize(64, 64), devicePixelRatioF()));
    m_name = new QLabel(this);
    m_purpose = new QLabel(this);
    m_purpose->setWordWrap(true);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 2.0);
    m_name->setFont(large);
    auto *words = new QVBoxLayout;
    words->setSpacing(kGrid / 2);
    words->addWidget(m_name);
    words->addWidget(m_purpose);
    auto *head = new QHBoxLayout;
    head->setSpacing(2 * kGrid);
    head->addWidget(symbol);
    head->addLayout(words, 1);
    return head;
}

void StartPage::createChoices(const Actions &actions)
{
    addChoice(
        actions.newProject, [] { return tr("New project from a folder"); },
        [] { return tr("What people decide on its images is kept, with a journal, in one file"); });
    addChoice(
        actions.openProject, [] { return tr("Open a project"); }, [] { return tr("Go on where you were"); });
    addChoice(
        actions.openFolder, [] { return tr("Open a folder"); },
        [] { return tr("Look at part images or a data set; nothing is written"); });
}

void StartPage::addChoice(QAction *action, const std::function<QString()> &title,
                          const std::function<QString()> &description)
{
    auto *button = new QCommandLinkButton(this);
    button->setObjectName(QStringLiteral("start_") + action->objectName());
    button->setIcon(action->icon());
    button->setIconSize(QSize(24, 24));
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(button, &QCommandLinkButton::clicked, action, &QAction::trigger);
    m_choiceColumn->insertWidget(static_cast<int>(m_choices.size()), button);
    m_choices.push_back({action, button, title, description});
    say(m_choices.back());
    connect(action, &QAction::changed, this, [this] { std::ranges::for_each(m_choices, &StartPage::say); });
}

void StartPage::createList()
{
    m_recentTitle = new QLabel(this);
    QFont bold = font();
    bold.setBold(true);
    m_recentTitle->setFont(bold);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("recentProjects"));
    m_list->setModel(m_recent);
    m_list->setItemDelegate(new RecentDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setMinimumHeight(16 * kGrid);
    m_list->viewport()->installEventFilter(this);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_recentTitle->setBuddy(m_list);
    m_none = new QLabel(this);
    m_none->setObjectName(QStringLiteral("noRecentProjects"));
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignTop);
    m_remove = new QAction(m_list);
    m_remove->setIcon(themedIcon(QStringLiteral("close")));
    m_remove->setShortcut(QKeySequence::Delete);
    m_remove->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(m_remove);
    connect(m_remove, &QAction::triggered, this, &StartPage::forgetCurrent);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        emit projectChosen(index.data(RecentProjectModel::FileRole).toString());
    });
    connect(m_recent, &QAbstractItemModel::modelReset, this, &StartPage::showList);
}

void StartPage::forgetCurrent()
{
    const int row = m_list->currentIndex().row();
    m_recent->forget(m_list->currentIndex().data(RecentProjectModel::FileRole).toString());
    m_list->setCurrentIndex(m_recent->index(std::min(row, m_recent->rowCount() - 1)));
}

/// One click opens; on the cross it takes the project off the list.
bool StartPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<const QMouseEvent *>(event);
        const QModelIndex index = m_list->indexAt(mouse->pos());
        if (mouse->button() == Qt::LeftButton && index.isValid()) {
            const QString file = index.data(RecentProjectModel::FileRole).toString();
            if (RecentDelegate::crossOf(m_list->visualRect(index)).adjusted(-4, -4, 4, 4).contains(mouse->pos()))
                m_recent->forget(file);
            else
                emit projectChosen(file);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void StartPage::showList()
{
    const bool any = m_recent->rowCount() > 0;
    m_list->setVisible(any);
    m_none->setVisible(!any);
    if (any && m_list->hasFocus() && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_recent->index(0));
}

void StartPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    if (event->type() == QEvent::ApplicationPaletteChange)
        applyColours();
    QWidget::changeEvent(event);
}

void StartPage::resizeEvent(QResizeEvent *event)
{
    const bool wide = width() >= kWideEnoughForTwoColumns;
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setStretch(0, wide ? 1 : 0);
    m_content->setMaximumWidth(wide ? 2 * kColumn : kColumn);
    m_content->setMaximumHeight(kTallest);
    QWidget::resizeEvent(event);
}

void StartPage::showEvent(QShowEvent *event)
{
    m_recent->check();
    QWidget::showEvent(event);
    takeFocus();
}

/// On the project that was open last, so that Return opens it; where there is none, on the first choice.
void StartPage::takeFocus()
{
    if (m_recent->rowCount() == 0)
        return m_choices.front().button->setFocus();
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_recent->index(0));
    m_list->setFocus();
}

void StartPage::retranslateUi()
{
    m_name->setText(QStringLiteral("Patina"));
    m_purpose->setText(tr("Visual surface inspection. Trained on good parts only, it shows what is not as usual."));
    std::ranges::for_each(m_choices, &StartPage::say);
    m_recentTitle->setText(tr("&Recent projects"));
    m_list->setAccessibleName(tr("Recent projects"));
    m_none->setText(tr("Projects that you make or open are listed here."));
    m_remove->setText(tr("Remove from the list"));
    m_recent->retranslate();
    showList();
}

void StartPage::say(const Choice &choice)
{
    const QString key = choice.action->shortcut().toString(QKeySequence::NativeText);
    choice.button->setText(choice.title());
    choice.button->setDescription(key.isEmpty() ? choice.description()
                                                : QStringLiteral("%1 (%2)").arg(choice.description(), key));
    choice.button->setAccessibleName(choice.title());
    choice.button->setAccessibleDescription(choice.description());
}

void StartPage::applyColours()
{
    for (QLabel *label : {m_purpose, m_none}) {
        QPalette muted = label->palette();
        muted.setColor(QPalette::WindowText, mutedText(QApplication::palette()));
        label->setPalette(muted);
    }
}

} // namespace patina
