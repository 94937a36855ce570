#include "ui/models/message_model.h"

#include <QLocale>

namespace patina {

void MessageModel::add(const Message &message, const QDateTime &when)
{
    if (rowCount() == kMost) {
        beginRemoveRows({}, kMost - 1, kMost - 1);
        m_items.pop_back();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_items.push_front({message, when});
    endInsertRows();
}

void MessageModel::clear()
{
    beginResetModel();
    m_items.clear();
    endResetModel();
}

QString MessageModel::timeText(const QDateTime &when)
{
    return QLocale().toString(when.time(), QStringLiteral("HH:mm:ss"));
}

QString MessageModel::allText() const
{
    QStringList lines;
    for (const Item &item : m_items)
        lines << QStringLiteral("%1  %2  %3")
                     .arg(item.when.toString(Qt::ISODate),
                          item.message.kind == Message::Kind::Error ? tr("Error") : tr("Notice"), item.message.text);
    return lines.join(QLatin1Char('\n'));
}

int MessageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant MessageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Item &item = m_items[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return item.message.text;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(timeText(item.when), item.message.text);
    case IsErrorRole:
        return item.message.kind == Message::Kind::Error;
    case TimeRole:
        return timeText(item.when);
    default:
        return {};
    }
}

} // namespace patina
