#include "ui/dialogs/command_palette.h"

#include "ui/look.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace patina {

namespace {

constexpr int kRowHeight = 4 * kGrid;
constexpr int kMostRows = 12;

/// Icon, words with the letters that were found set off, key at the right end.
class CommandDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        item.text.clear();
        item.icon = {};
        item.features &= ~QStyleOptionViewItem::HasDecoration;
        item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QRect inner = option.rect.adjusted(kGrid, 0, -kGrid, 0);
        index.data(Qt::DecorationRole)
            .value<QIcon>()
            .paint(painter, QRect(inner.left(), inner.center().y() - 9, 20, 20), Qt::AlignCenter,
                   selected ? QIcon::Selected : QIcon::Normal);
        const QString key = index.data(CommandModel::KeyRole).toString();
        painter->save();
        const QColor text = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
        painter->setPen(selected ? text : mutedText(option.palette));
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignRight, key);
        painter->setPen(text);
        const int keyWidth = option.fontMetrics.horizontalAdvance(key) + 2 * kGrid;
        paintLabel(painter, inner.adjusted(28 + kGrid / 2, 0, -keyWidth, 0), option.font, index);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {20 * kGrid, kRowHeight};
    }

private:
    static void paintLabel(QPainter *painter, const QRect &area, const QFont &font, const QModelIndex &index)
    {
        QTextLayout layout(index.data().toString(), font);
        QList<QTextLayout::FormatRange> ranges;
        for (const int place : index.data(CommandModel::PlacesRole).value<QList<int>>()) {
            QTextCharFormat bold;
            bold.setFontWeight(QFont::Bold);
            bold.setFontUnderline(true);
            ranges << QTextLayout::FormatRange{place, 1, bold};
        }
        layout.setFormats(ranges);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(100 * kRowHeight);
        layout.endLayout();
        painter->setClipRect(area);
        layout.draw(painter, QPointF(area.left(), area.center().y() - line.height() / 2.0 + 1.0));
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window), m_model(new CommandModel(this)), m_line(new QLineEdit(this)), m_list(new QListView(this)),
      m_none(new QLabel(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setFrameStyle(static_cast<int>(QFrame::Box) | static_cast<int>(QFrame::Plain));
    setAutoFillBackground(true);
    m_line->setObjectName(QStringLiteral("commandLine"));
    m_line->setMaxLength(100);
    m_line->setMinimumHeight(4 * kGrid);
    m_line->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_line->installEventFilter(this);
    window->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("commands"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_none->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    column->setSpacing(kGrid);
    column->addWidget(m_line);
    column->addWidget(m_list, 1);
    column->addWidget(m_none, 1);
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::find);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { run(index.row()); });
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
    hide();
}

void CommandPalette::open(std::vector<Command> commands)
{
    m_line->setPlaceholderText(tr("Command or project"));
    m_line->setAccessibleName(tr("Command or project"));
    m_list->setAccessibleName(tr("Commands"));
    m_none->setText(tr("No command has these letters in this order."));
    m_model->setCommands(std::move(commands));
    m_line->clear();
    find({});
    QPalette edge = parentWidget()->palette();
    edge.setColor(QPalette::WindowText, mutedText(edge));
    setPalette(edge);
    if (!isVisible())
        m_before = QApplication::focusWidget();
    show();
    raise();
    m_line->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::place()
{
    const QWidget *window = parentWidget();
    const int wide = std::min(80 * kGrid, window->width() - 8 * kGrid);
    const int rows = std::clamp(m_model->rowCount(), 1, kMostRows);
    const int high = std::min(rows * kRowHeight + 8 * kGrid, window->height() - 16 * kGrid);
    setGeometry((window->width() - wide) / 2, 8 * kGrid, wide, high);
}

void CommandPalette::find(const QString &pattern)
{
    m_model->setPattern(pattern);
    const bool any = m_model->rowCount() > 0;
    m_list->setVisible(any);
    m_none->setVisible(!any);
    m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
    place();
}

void CommandPalette::leave()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::run(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    const Command command = m_model->command(row);
    leave();
    command.run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return false;
    }
    if (event->type() == QEvent::FocusOut && isVisible())
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
            hide();
    if (event->type() == QEvent::ShortcutOverride) { // keys of the window rest, those with Ctrl apart
        if (!static_cast<QKeyEvent *>(event)->modifiers().testFlag(Qt::ControlModifier))
            event->accept();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex().row());
        return true;
    case Qt::Key_Escape:
        leave();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QApplication::sendEvent(m_list, event);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // there is nowhere else to go
    default:
        return QFrame::eventFilter(watched, event);
    }
}

} // namespace patina
