#include "ui/dialogs/message_list.h"

#include "ui/look.h"
#include "ui/models/message_model.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace patina {

namespace {

/// Sign and time in front of a sentence that may take several lines.
class MessageDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        item.text.clear();
        item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QRect inner = option.rect.adjusted(kGrid, kGrid / 2, -kGrid, -kGrid / 2);
        const QString sign =
            index.data(MessageModel::IsErrorRole).toBool() ? QStringLiteral("warning") : QStringLiteral("info");
        themedIcon(sign).paint(painter, QRect(inner.topLeft(), QSize(20, 20)), Qt::AlignCenter,
                               selected ? QIcon::Selected : QIcon::Normal);
        painter->save();
        painter->setPen(selected ? option.palette.color(QPalette::HighlightedText) : mutedText(option.palette));
        painter->drawText(inner.adjusted(28, 0, 0, 0), Qt::AlignTop | Qt::AlignLeft,
                          index.data(MessageModel::TimeRole).toString());
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
        painter->drawText(inner.adjusted(textLeft(option), 0, 0, 0), Qt::TextWordWrap | Qt::AlignTop | Qt::AlignLeft,
                          index.data().toString());
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *view = qobject_cast<const QListView *>(option.widget);
        const int width =
            (view != nullptr ? view->viewport()->width() : option.rect.width()) - 2 * kGrid - textLeft(option);
        const QRect text = option.fontMetrics.boundingRect(QRect(0, 0, std::max(width, 10 * kGrid), 10000),
                                                           Qt::TextWordWrap, index.data().toString());
        return {width, std::max(text.height(), 20) + kGrid};
    }

private:
    static int textLeft(const QStyleOptionViewItem &option)
    {
        return 28 + option.fontMetrics.horizontalAdvance(QStringLiteral("00:00:00")) + 2 * kGrid;
    }
};

} // namespace

MessageList::MessageList(MessageModel *messages, QWidget *parent)
    : QDialog(parent), m_messages(messages), m_list(new QListView(this)), m_empty(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    setObjectName(QStringLiteral("messageList"));
    m_list->setObjectName(QStringLiteral("messages"));
    m_list->setModel(messages);
    m_list->setItemDelegate(new MessageDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_empty->setAlignment(Qt::AlignCenter);
    m_copy = m_buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(QStringLiteral("messagesCopy"));
    m_clear = m_buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_clear->setObjectName(QStringLiteral("messagesClear"));
    m_copy->setAutoDefault(false);
    m_clear->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(2 * kGrid);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_buttons);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_messages->allText()); });
    connect(m_clear, &QPushButton::clicked, m_messages, &MessageModel::clear);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_messages, &QAbstractItemModel::modelReset, this, &MessageList::refresh);
    connect(m_messages, &QAbstractItemModel::rowsInserted, this, &MessageList::refresh);
    retranslateUi();
    resize(80 * kGrid, 48 * kGrid);
}

void MessageList::refresh()
{
    const bool any = m_messages->rowCount() > 0;
    m_list->setVisible(any);
    m_empty->setVisible(!any);
    m_copy->setEnabled(any);
    m_clear->setEnabled(any);
}

void MessageList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QDialog::changeEvent(event);
}

void MessageList::retranslateUi()
{
    setWindowTitle(tr("Messages"));
    m_list->setAccessibleName(tr("Messages since the start"));
    m_empty->setText(tr("Nothing has been said yet. What cannot be done, and what is worth knowing, is kept here."));
    m_empty->setWordWrap(true);
    m_buttons->button(QDialogButtonBox::Close)->setText(tr("&Close"));
    m_copy->setText(tr("Co&py all"));
    m_clear->setText(tr("C&lear"));
    refresh();
}

} // namespace patina
